package dev.stockwright.server.http;

import dev.stockwright.protocol.PutAwayCommand;
import java.util.List;

/// Where the commands of [PutAwayCommand] are taken.
final class PutAwayPaths {
  static final List<WorkPath> ALL =
      List.of(
          new WorkPath(
              "/api/v1/put-aways/open",
              "open_put_away",
              PutAwayCommand.OpenPutAway.class,
              "Goods lie here that no task is for"),
          new WorkPath(
              "/api/v1/put-aways/{task}/confirm",
              "put_away",
              PutAwayCommand.PutAway.class,
              "The goods lie in their bin now"),
          new WorkPath(
              "/api/v1/put-aways/units/{unit}",
              "put_unit_away",
              PutAwayCommand.PutUnitAway.class,
              "A whole handling unit stands in its bin now"),
          new WorkPath(
              "/api/v1/put-aways/{task}/redirect",
              "redirect_put_away",
              PutAwayCommand.RedirectPutAway.class,
              "The goods go to another bin"),
          new WorkPath(
              "/api/v1/put-aways/{task}/direct",
              "direct_put_away",
              PutAwayCommand.DirectPutAway.class,
              "Look again for the best bin"),
          new WorkPath(
              "/api/v1/put-aways/review",
              "review_put_aways",
              PutAwayCommand.ReviewPutAways.class,
              "Look again at the put-aways whose goods have gone elsewhere"));

  private PutAwayPaths() {}
}
