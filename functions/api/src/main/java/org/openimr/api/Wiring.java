package org.openimr.api;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.openimr.api.internal.access.AccessTable;
import org.openimr.api.internal.access.Cursors;
import org.openimr.api.internal.access.Gate;
import org.openimr.api.internal.access.Tokens;
import org.openimr.api.internal.http.Contract;
import org.openimr.api.internal.routes.Api;
import org.openimr.api.internal.routes.Attestations;
import org.openimr.api.internal.routes.Audit;
import org.openimr.api.internal.routes.CorrectionRoutes;
import org.openimr.api.internal.routes.Endpoint;
import org.openimr.api.internal.routes.GrantRoutes;
import org.openimr.api.internal.routes.ListCases;
import org.openimr.api.internal.routes.ListUploads;
import org.openimr.api.internal.routes.Once;
import org.openimr.api.internal.routes.OpenCase;
import org.openimr.api.internal.routes.RecentBodies;
import org.openimr.api.internal.routes.RequestUpload;
import org.openimr.api.internal.routes.ReviewRoutes;
import org.openimr.api.internal.routes.SearchCase;
import org.openimr.api.internal.routes.ShowDetermination;
import org.openimr.api.internal.routes.ShowDocument;
import org.openimr.api.internal.routes.ShowTimeline;
import org.openimr.records.Assignments;
import org.openimr.records.Backend;
import org.openimr.records.Bodies;
import org.openimr.records.CaseLists;
import org.openimr.records.Cases;
import org.openimr.records.Corrections;
import org.openimr.records.Grants;
import org.openimr.records.Owners;
import org.openimr.records.UploadTickets;

/** Puts the function together. */
final class Wiring {
  private Wiring() {}

  /**
   * The API.
   *
   * @param contact how the review organization is reached; empty where letters do not tell
   */
  static Api api(Backend backend, ApiKeys keys, Optional<String> contact, InstantSource clock) {
    var table = backend.table();
    var cases = new Cases(table);
    var owners = new Owners(table);
    var access = new AccessTable();
    var trust = keys.trust();
    var recent = new RecentBodies(new Bodies(backend.objects(), backend.settings()));
    var attestations = new Attestations(new Assignments(table), recent);
    return new Api(
        Contract.published(),
        access,
        new Tokens(trust.issuer(), trust.audience(), trust.keys(), clock),
        new Gate(access, cases, owners, new Grants(table), attestations, clock),
        endpoints(backend, keys, contact, cases, owners, recent, attestations),
        clock);
  }

  /** What each operation of the contract does. */
  private static Map<String, Endpoint> endpoints(
      Backend backend,
      ApiKeys keys,
      Optional<String> contact,
      Cases cases,
      Owners owners,
      RecentBodies bodies,
      Attestations attestations) {
    var table = backend.table();
    var audit = new Audit(table);
    var once = new Once(table);
    var cursors = new Cursors(keys.cursorSecret());
    var tickets = new UploadTickets(table);
    var grants = new GrantRoutes(table, new Grants(table), keys.trust().issuer(), audit, once);
    var all = new HashMap<>(PeopleWiring.endpoints(backend, cases, owners, bodies, attestations));
    all.putAll(ReviewRoutes.of(backend, bodies, audit, once));
    all.putAll(CorrectionRoutes.of(backend, keys.presigner(), contact, audit, once));
    all.putAll(
        Map.ofEntries(
            Map.entry("listCases", new ListCases(new CaseLists(table), cursors)),
            Map.entry("openCase", new OpenCase(cases, owners, audit, once)),
            Map.entry("listUploads", new ListUploads(cases, tickets, audit)),
            Map.entry(
                "requestUpload",
                new RequestUpload(tickets, keys.presigner(), backend.settings(), audit, once)),
            Map.entry("showTimeline", new ShowTimeline(cases, cursors)),
            Map.entry("showDocument", new ShowDocument(bodies, audit)),
            Map.entry("searchCase", new SearchCase(bodies, audit, once)),
            Map.entry(
                "showDetermination",
                new ShowDetermination(
                    backend.objects(),
                    keys.presigner(),
                    backend.settings(),
                    new Corrections(table),
                    audit)),
            Map.entry("giveGrant", grants::give),
            Map.entry("takeGrant", grants::take)));
    return all;
  }
}
