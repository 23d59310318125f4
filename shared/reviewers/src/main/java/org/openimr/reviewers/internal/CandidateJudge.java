package org.openimr.reviewers.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.openimr.reviewers.Affiliation;
import org.openimr.reviewers.Assessment;
import org.openimr.reviewers.Board;
import org.openimr.reviewers.BoardCertification;
import org.openimr.reviewers.Candidate;
import org.openimr.reviewers.CaseParty;
import org.openimr.reviewers.Credentials;
import org.openimr.reviewers.Licence;
import org.openimr.reviewers.LicenceKind;
import org.openimr.reviewers.LicenceStatus;
import org.openimr.reviewers.Link;
import org.openimr.reviewers.PartyKey;
import org.openimr.reviewers.PartyRole;
import org.openimr.reviewers.ReviewCase;
import org.openimr.reviewers.ReviewItem;
import org.openimr.reviewers.RuleId;
import org.openimr.reviewers.Specialty;
import org.openimr.reviewers.TieFound;
import org.openimr.reviewers.UsState;

/** Holds candidates against the rules for one case. Thread-safe once built. */
public final class CandidateJudge {
  private static final Comparator<TieFound> TIES =
      Comparator.comparing(TieFound::rule)
          .thenComparing(TieFound::role)
          .thenComparing(TieFound::link)
          .thenComparing(TieFound::nature);

  private final RuleBook rules;
  private final FitTable table;
  private final ReviewCase review;
  private final Map<Integer, List<FitTable.Area>> areas = new HashMap<>();
  private final Map<PartyKey, Set<PartyRole>> parties = new HashMap<>();
  private final Set<RuleId> inForce = EnumSet.noneOf(RuleId.class);
  private final LocalDate practisedBefore;
  private final int atLeastHours;
  private final Set<LicenceKind> certifiedKinds;
  private final Set<Board> boards;
  private final Set<LicenceStatus> sanctions;

  /** A judge of one case. */
  public CandidateJudge(RuleBook rules, FitTable table, ReviewCase review) {
    this.rules = rules;
    this.table = table;
    this.review = review;
    for (ReviewItem item : review.items()) {
      areas.put(item.number(), table.areas(item));
    }
    for (CaseParty party : review.parties()) {
      parties
          .computeIfAbsent(party.key(), key -> EnumSet.noneOf(PartyRole.class))
          .add(party.role());
    }
    rules.rules().stream()
        .filter(rule -> rule.countsOn(review.on()))
        .forEach(rule -> inForce.add(rule.id()));
    practisedBefore = review.on().minusYears(rules.moreThanYears());
    atLeastHours = rules.atLeastHours();
    certifiedKinds = rules.certifiedKinds();
    boards = rules.recognizedBoards();
    sanctions = rules.sanctions();
  }

  /** What the rules say; the standing of one who fits is {@code FITS}. */
  public Assessment assess(Candidate candidate) {
    var credentials = candidate.credentials();
    var against = EnumSet.noneOf(RuleId.class);
    var items = new EnumMap<RuleId, List<Integer>>(RuleId.class);
    judgePerson(credentials, against);
    judgeItems(credentials, items);
    against.addAll(items.keySet());
    var ties = ties(credentials.affiliations());
    ties.forEach(tie -> against.add(tie.rule()));
    judgeHistory(credentials, against);
    against.retainAll(inForce);
    items.keySet().retainAll(inForce);
    return new Assessment(
        credentials.pseudonym(),
        against.isEmpty() ? Assessment.Standing.FITS : Assessment.Standing.PASSED_OVER,
        against,
        items,
        ties,
        californian(credentials),
        candidate.openCases(),
        Optional.empty());
  }

  private void judgePerson(Credentials credentials, Set<RuleId> against) {
    if (!credentials.practisingSince().isBefore(practisedBefore)) {
      against.add(RuleId.ACTIVE_PRACTICE);
    }
    if (credentials.hoursPerWeek() < atLeastHours) {
      against.add(RuleId.WEEKLY_HOURS);
    }
    if (credentials.qualifiedMedicalEvaluator()) {
      against.add(RuleId.NOT_QME);
    }
    boolean sanctioned = credentials.disciplined();
    boolean counts = false;
    for (Licence licence : credentials.licences()) {
      sanctioned |= sanctions.contains(licence.status());
      counts |= licence.countsOn(review.on());
    }
    if (sanctioned) {
      against.add(RuleId.NO_DISCIPLINE);
    }
    if (!counts) {
      against.add(RuleId.LICENCE);
    }
  }

  private void judgeHistory(Credentials credentials, Set<RuleId> against) {
    var bar = review.barred().get(credentials.pseudonym());
    if (bar != null) {
      against.add(
          switch (bar) {
            case DECLARED_TIE -> RuleId.NO_DECLARED_TIE;
            case DECIDED_BEFORE -> RuleId.FIRST_REVIEW;
            case BY_IDENTITY -> RuleId.FREE_BY_IDENTITY;
          });
    }
  }

  private void judgeItems(Credentials credentials, Map<RuleId, List<Integer>> items) {
    var held = kindsThatCount(credentials);
    var certified = certifiedAreas(credentials);
    for (ReviewItem item : review.items()) {
      var against = EnumSet.noneOf(RuleId.class);
      for (FitTable.Area area : areas.getOrDefault(item.number(), List.of())) {
        judgeArea(area, credentials.specialties(), held, certified, against);
      }
      against.forEach(
          rule -> items.computeIfAbsent(rule, key -> new ArrayList<>()).add(item.number()));
    }
  }

  private void judgeArea(
      FitTable.Area area,
      Set<Specialty> specialties,
      Set<LicenceKind> held,
      Set<Specialty> certified,
      Set<RuleId> against) {
    boolean covered = !Collections.disjoint(held, area.kinds());
    boolean practised = false;
    boolean needsNoBoard = Collections.disjoint(held, certifiedKinds);
    for (Specialty specialty : specialties) {
      for (LicenceKind kind : table.licences(specialty)) {
        if (area.specialties().contains(specialty)
            && held.contains(kind)
            && (!covered || area.kinds().contains(kind))) {
          practised = true;
          needsNoBoard |= !certifiedKinds.contains(kind);
        }
      }
    }
    if (!covered) {
      against.add(RuleId.LICENCE_KIND);
    }
    if (!practised) {
      against.add(RuleId.SPECIALTY);
    }
    if (!needsNoBoard && Collections.disjoint(certified, area.specialties())) {
      against.add(RuleId.CERTIFICATION);
    }
  }

  /** Where no licence counts, that is said once; the kind is judged on all of them then. */
  private Set<LicenceKind> kindsThatCount(Credentials credentials) {
    var counting = EnumSet.noneOf(LicenceKind.class);
    var all = EnumSet.noneOf(LicenceKind.class);
    for (Licence licence : credentials.licences()) {
      all.add(licence.kind());
      if (licence.countsOn(review.on())) {
        counting.add(licence.kind());
      }
    }
    return counting.isEmpty() ? all : counting;
  }

  private Set<Specialty> certifiedAreas(Credentials credentials) {
    var certified = EnumSet.noneOf(Specialty.class);
    for (BoardCertification certification : credentials.certifications()) {
      if (boards.contains(certification.board()) && certification.runsOn(review.on())) {
        certified.add(certification.specialty());
      }
    }
    return certified;
  }

  private List<TieFound> ties(List<Affiliation> affiliations) {
    var found = new ArrayList<TieFound>();
    for (Affiliation affiliation : affiliations) {
      var roles = parties.getOrDefault(affiliation.party(), Set.of());
      if (!roles.isEmpty() && rules.material(affiliation.tie())) {
        roles.forEach(role -> addTies(role, affiliation, found));
      }
    }
    found.sort(TIES);
    return found;
  }

  /**
   * Roles that the law does not list are watched as well; a listed role through an unlisted link is
   * not.
   */
  private void addTies(PartyRole role, Affiliation affiliation, List<TieFound> found) {
    Link link = affiliation.link();
    var nature = affiliation.tie().nature();
    boolean listed = false;
    for (RuleBook.Prohibition prohibition : rules.prohibitions()) {
      listed |= prohibition.roles().contains(role) || prohibition.namedRoles().contains(role);
      if (prohibition.covers(role, link)) {
        found.add(new TieFound(prohibition.rule(), role, link, nature));
      }
    }
    if (!listed) {
      found.add(new TieFound(RuleId.TIE_OTHER, role, link, nature));
    }
  }

  private boolean californian(Credentials credentials) {
    for (Licence licence : credentials.licences()) {
      if (licence.state() == UsState.CA && licence.countsOn(review.on())) {
        return true;
      }
    }
    return false;
  }
}
