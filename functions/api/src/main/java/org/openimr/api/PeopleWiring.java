package org.openimr.api;

import java.util.Map;
import org.openimr.api.internal.routes.ApproveReviewers;
import org.openimr.api.internal.routes.AssignReviewer;
import org.openimr.api.internal.routes.AttestationRoutes;
import org.openimr.api.internal.routes.Attestations;
import org.openimr.api.internal.routes.Audit;
import org.openimr.api.internal.routes.Endpoint;
import org.openimr.api.internal.routes.ImportReviewers;
import org.openimr.api.internal.routes.Once;
import org.openimr.api.internal.routes.PartyActs;
import org.openimr.api.internal.routes.RecentBodies;
import org.openimr.api.internal.routes.ReviewerRoutes;
import org.openimr.api.internal.routes.ShowCase;
import org.openimr.records.Assignments;
import org.openimr.records.Authorizations;
import org.openimr.records.Backend;
import org.openimr.records.Bodies;
import org.openimr.records.Cases;
import org.openimr.records.Corrections;
import org.openimr.records.Grants;
import org.openimr.records.Identities;
import org.openimr.records.Owners;
import org.openimr.records.Reviews;
import org.openimr.records.Roster;

/** Puts together what serves the people around a case: reviewers, and what parties may ask for. */
final class PeopleWiring {
  private PeopleWiring() {}

  static Map<String, Endpoint> endpoints(
      Backend backend, Cases cases, Owners owners, RecentBodies recent, Attestations attestations) {
    var table = backend.table();
    var audit = new Audit(table);
    var once = new Once(table);
    var stored = new Bodies(backend.objects(), backend.settings());
    var assignments = new Assignments(table);
    var authorizations = new Authorizations(table);
    var attestation = new AttestationRoutes(table, cases, owners, attestations, audit);
    var acts = PartyActs.of(table, cases, assignments, recent, new Grants(table), once);
    var reviewers = new ReviewerRoutes(table);
    return Map.ofEntries(
        Map.entry(
            "showCase",
            new ShowCase(
                cases,
                new Reviews(table),
                attestations,
                authorizations,
                new Corrections(table),
                recent,
                audit)),
        Map.entry(
            "assignReviewer",
            new AssignReviewer(
                cases,
                owners,
                new Roster(table),
                new Identities(table),
                assignments,
                authorizations,
                recent,
                stored,
                once)),
        Map.entry("approveReviewers", new ApproveReviewers(table, cases, assignments, once)),
        Map.entry("showAttestation", attestation::show),
        Map.entry("attest", attestation::attest),
        Map.entry("expediteReview", acts::expedite),
        Map.entry("withdrawCase", acts::withdraw),
        Map.entry("authorizeItems", acts::authorize),
        Map.entry("extendReview", acts::extend),
        Map.entry("importReviewers", new ImportReviewers(table, stored, once)),
        Map.entry("showReviewer", reviewers::show),
        Map.entry("replaceReviewer", reviewers::replace));
  }
}
