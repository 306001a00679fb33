@echo off
rem Starts Stockwright on Windows: finds a JDK 25 or newer, builds what is absent or older than its
rem sources, and runs the command. See the file stockwright for Linux and macOS.
setlocal EnableExtensions
set "SW_HOME=%~dp0"
if "%SW_HOME:~-1%"=="\" set "SW_HOME=%SW_HOME:~0,-1%"
set "SW_COMMAND=%~1"
if "%SW_COMMAND%"=="" goto :help
if "%SW_COMMAND%"=="help" goto :help
if "%SW_COMMAND%"=="--help" goto :help

set "SW_FLAGS="
set "SW_QUIET=-Dslf4j.internal.verbosity=ERROR -Djava.awt.headless=true"
set "SW_MAIN="
set "SW_MODULES="
for /f "tokens=1*" %%A in ("%*") do set "SW_REST=%%B"
if "%SW_COMMAND%"=="demo" (
  set "SW_MODULES=simulator,client-javafx"
  set "SW_MODULE=simulator"
  set "SW_MAIN=dev.stockwright.simulator.demo.DemoMain"
  set "SW_FLAGS=-Xmx512m"
)
if "%SW_COMMAND%"=="server" (
  set "SW_MODULE=server-helidon"
  set "SW_MAIN=dev.stockwright.server.ServerMain"
  set "SW_FLAGS=-Xmx512m"
)
if "%SW_COMMAND%"=="floor" (
  set "SW_MODULE=client-javafx"
  set "SW_MAIN=dev.stockwright.desktop.DesktopMain"
  set "SW_FLAGS=-Xmx512m"
)
if "%SW_COMMAND%"=="handheld" (
  set "SW_MODULE=client-mobile"
  set "SW_MAIN=dev.stockwright.mobile.MobileMain"
  set "SW_FLAGS=-Xmx256m -XX:+UseSerialGC -XX:TieredStopAtLevel=1"
)
if "%SW_COMMAND%"=="decode" (
  set "SW_MODULE=device-adapters"
  set "SW_MAIN=dev.stockwright.devices.DecodeMain"
  set "SW_FLAGS=-Xmx128m -XX:+UseSerialGC -XX:TieredStopAtLevel=1"
)
if "%SW_COMMAND%"=="scanner" (
  set "SW_MODULE=device-adapters"
  set "SW_MAIN=dev.stockwright.devices.ScannerMain"
  set "SW_FLAGS=-Xmx128m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 %SW_QUIET%"
)
if "%SW_COMMAND%"=="reader" (
  set "SW_MODULE=device-adapters"
  set "SW_MAIN=dev.stockwright.devices.ReaderMain"
  set "SW_FLAGS=-Xmx256m %SW_QUIET%"
)
if "%SW_COMMAND%"=="label" (
  set "SW_MODULE=device-adapters"
  set "SW_MAIN=dev.stockwright.devices.LabelMain"
  set "SW_FLAGS=-Xmx128m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 %SW_QUIET%"
)
if "%SW_COMMAND%"=="simulate" (
  set "SW_MODULE=device-adapters"
  set "SW_MAIN=dev.stockwright.devices.SimulateMain"
  set "SW_FLAGS=-Xmx256m %SW_QUIET%"
)
if "%SW_COMMAND%"=="bench" (
  set "SW_MODULE=simulator"
  set "SW_MAIN=dev.stockwright.simulator.bench.BenchMain"
  set "SW_FLAGS=-Xmx2g"
)
if "%SW_COMMAND%"=="verify-ledger" (
  set "SW_MODULE=server-helidon"
  set "SW_MAIN=dev.stockwright.server.verify.VerifyLedgerMain"
  set "SW_FLAGS=-Xmx1g"
)
if "%SW_MAIN%"=="" (
  echo There is no command "%SW_COMMAND%".>&2
  call :list >&2
  exit /b 2
)
if "%SW_MODULES%"=="" set "SW_MODULES=%SW_MODULE%"

set "SW_JDK="
if defined STOCKWRIGHT_JAVA (
  call :try "%STOCKWRIGHT_JAVA%"
) else (
  if defined JAVA_HOME call :try "%JAVA_HOME%"
  for /f "delims=" %%J in ('where java 2^>nul') do call :try "%%~dpJ.."
  for /d %%J in ("%ProgramFiles%\Eclipse Adoptium\*" "%ProgramFiles%\Java\*" "%ProgramFiles%\Microsoft\jdk*" "%ProgramFiles%\Zulu\*" "%USERPROFILE%\.jdks\*") do call :try "%%~J"
)
if "%SW_JDK%"=="" (
  echo Stockwright needs a JDK 25 or newer, and none was found on this machine. Install one:>&2
  echo   winget install EclipseAdoptium.Temurin.25.JDK>&2
  echo Then start again. A JDK in an unusual place: set STOCKWRIGHT_JAVA to its folder.>&2
  exit /b 1
)

call :fresh
if errorlevel 1 (
  >&2 echo Building Stockwright with %SW_JDK%
  set "JAVA_HOME=%SW_JDK%"
  pushd "%SW_HOME%"
  call mvnw.cmd -B -ntp -Dmaven.test.skip=true package -pl %SW_MODULES% -am <nul 1>&2
  if errorlevel 1 (
    popd
    echo The build failed; the errors are above.>&2
    exit /b 1
  )
  popd
)

"%SW_JDK%\bin\java.exe" -cp "%SW_HOME%\%SW_MODULE%\target\%SW_MODULE%.jar;%SW_HOME%\%SW_MODULE%\target\lib\*" --enable-native-access=ALL-UNNAMED -Duser.timezone=UTC "-Dstockwright.home=%SW_HOME%" -XX:+ExitOnOutOfMemoryError %SW_FLAGS% %STOCKWRIGHT_JVM% %SW_MAIN% %SW_REST%
exit /b %ERRORLEVEL%

rem Takes folder %1 when it holds a JDK 25 or newer and none was taken before.
:try
if not "%SW_JDK%"=="" exit /b 0
if not exist "%~1\bin\javac.exe" exit /b 0
for /f "tokens=2 delims= " %%V in ('""%~1\bin\javac.exe" -version" 2^>^&1') do (
  for /f "tokens=1 delims=.-+" %%M in ("%%V") do if %%M GEQ 25 set "SW_JDK=%~f1"
)
exit /b 0

rem Ends with 0 when no source or pom is newer than the jars.
:fresh
powershell -NoProfile -Command "$h=$env:SW_HOME; $j=$env:SW_MODULES.Split(',') | ForEach-Object { Get-Item (Join-Path $h ($_ + '\target\' + $_ + '.jar')) -ErrorAction SilentlyContinue }; if (@($j).Count -lt $env:SW_MODULES.Split(',').Count) { exit 1 }; $oldest=($j | Sort-Object LastWriteTime)[0].LastWriteTime; $newer=Get-ChildItem $h -Directory | Where-Object { Test-Path (Join-Path $_.FullName 'pom.xml') } | ForEach-Object { Get-ChildItem (Join-Path $_.FullName 'src\main'),(Join-Path $_.FullName 'pom.xml') -Recurse -File -ErrorAction SilentlyContinue } | Where-Object { $_.LastWriteTime -gt $oldest } | Select-Object -First 1; if ($newer -or (Get-Item (Join-Path $h 'pom.xml')).LastWriteTime -gt $oldest) { exit 1 }; exit 0"
exit /b %ERRORLEVEL%

:help
call :list
exit /b 0

:list
echo Usage: stockwright COMMAND [OPTIONS]
echo.
echo   demo            PostgreSQL, server, a small site and the floor app, all on this machine
echo   server          the server
echo   floor           the floor app, against a running server
echo   handheld        the handheld in a phone-shaped window, against a running server
echo   decode          what a barcode or a tag says
echo   scanner         tries out a serial scanner and finds its settings
echo   reader          listens to an RFID reader
echo   label           makes, prints and shows labels
echo   simulate        plays a scanner, a reader, a printer or a scale
echo   bench           the benchmarks
echo   verify-ledger   folds the ledger again and names the first number that differs
echo   help            this text
echo.
echo stockwright COMMAND --help tells the options of a command. The first start builds.
exit /b 0
