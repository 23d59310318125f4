package org.openimr.api.internal.routes;

import java.util.Map;
import org.openimr.records.Adoptions;
import org.openimr.records.Assignments;
import org.openimr.records.Backend;
import org.openimr.records.Bodies;
import org.openimr.records.Cases;
import org.openimr.records.Claims;
import org.openimr.records.Identities;
import org.openimr.records.Precedents;
import org.openimr.records.Reviews;
import org.openimr.records.Roster;

/** The operations of review, adoption and what comes of them. */
public final class ReviewRoutes {
  private ReviewRoutes() {}

  /** The endpoints by operation. */
  public static Map<String, Endpoint> of(
      Backend backend, RecentBodies recent, Audit audit, Once once) {
    var table = backend.table();
    var bodies = new Bodies(backend.objects(), backend.settings());
    var reviews = new Reviews(table);
    var adoptions = new Adoptions(table);
    var desk = new ReviewDesk(new Cases(table), new Assignments(table));
    return Map.of(
        "reviewItem", new ReviewItem(desk, reviews, recent, bodies, new Identities(table)),
        "adoptCase",
            new AdoptCase(
                desk,
                new AdoptCase.Stores(reviews, new Roster(table), adoptions, recent, bodies),
                once),
        "showPrecedents", new ShowPrecedents(recent, new Precedents(table), audit),
        "showScreening", new ShowScreening(bodies, new Claims(table, bodies), audit),
        "showAgreement", new ShowAgreement(adoptions));
  }
}
