/// Tests of the whole server, against a real port and a real PostgreSQL.
@NullMarked
package dev.stockwright.server;

import org.jspecify.annotations.NullMarked;
