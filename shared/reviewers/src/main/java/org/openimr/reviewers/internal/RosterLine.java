package org.openimr.reviewers.internal;

import com.google.re2j.Pattern;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.openimr.casefile.Code;
import org.openimr.reviewers.Affiliation;
import org.openimr.reviewers.Board;
import org.openimr.reviewers.BoardCertification;
import org.openimr.reviewers.Credentials;
import org.openimr.reviewers.Licence;
import org.openimr.reviewers.LicenceKind;
import org.openimr.reviewers.LicenceNumber;
import org.openimr.reviewers.LicenceStatus;
import org.openimr.reviewers.Link;
import org.openimr.reviewers.PartyKey;
import org.openimr.reviewers.Pseudonym;
import org.openimr.reviewers.ReviewerIdentity;
import org.openimr.reviewers.Specialty;
import org.openimr.reviewers.Tie;
import org.openimr.reviewers.UsState;

/** One line of a roster, read into the two records that it holds. */
final class RosterLine {
  private static final Pattern NUMBER = Pattern.compile("[A-Z]{0,4}[ .-]?[0-9][A-Z0-9 .-]{0,18}");
  private static final Pattern HOURS = Pattern.compile("[0-9]{1,3}");
  private static final int HOURS_OF_A_WEEK = 168;

  /** A reviewer as read, the two halves. */
  record Reviewer(ReviewerIdentity identity, Credentials credentials) {}

  private record NumberedLicence(LicenceNumber number, Licence licence) {}

  private record NamedAffiliation(String party, Affiliation affiliation) {}

  private final Cells cells;
  private final LocalDate today;

  RosterLine(Cells cells, LocalDate today) {
    this.cells = cells;
    this.today = today;
  }

  /** The reviewer; empty where the cells have noted a problem. */
  Optional<Reviewer> read() {
    var pseudonym = pseudonym();
    String familyName = cells.required(Column.FAMILY_NAME);
    String givenName = cells.required(Column.GIVEN_NAME);
    var licences = licences();
    var certifications = certifications();
    var specialties = specialties(kinds(licences));
    var since = practisingSince();
    int hours = hours();
    var evaluator = cells.yesOrNo(Column.QME);
    var disciplined = cells.yesOrNo(Column.DISCIPLINED);
    var affiliations = affiliations();
    if (!cells.problems().isEmpty()) {
      return Optional.empty();
    }
    var identity =
        new ReviewerIdentity(
            pseudonym.orElseThrow(),
            familyName,
            givenName,
            Optional.of(cells.text(Column.EMAIL)).filter(address -> !address.isEmpty()),
            licences.stream().map(NumberedLicence::number).toList(),
            partyNames(affiliations));
    var credentials =
        new Credentials(
            pseudonym.orElseThrow(),
            licences.stream().map(NumberedLicence::licence).toList(),
            certifications,
            specialties,
            since.orElseThrow(),
            hours,
            evaluator.orElseThrow(),
            disciplined.orElseThrow(),
            affiliations.stream().map(NamedAffiliation::affiliation).toList());
    return Optional.of(new Reviewer(identity, credentials));
  }

  private Optional<Pseudonym> pseudonym() {
    var pseudonym = Pseudonym.of(cells.text(Column.PSEUDONYM));
    if (pseudonym.isEmpty()) {
      cells.problem(
          Column.PSEUDONYM,
          Code.SCHEMA_VIOLATION,
          "The pseudonym is not one. Write RV, a hyphen and six digits, such as RV-004711.");
    }
    return pseudonym;
  }

  private List<NumberedLicence> licences() {
    cells.required(Column.LICENCES);
    var licences = cells.entries(Column.LICENCES, "STATE|KIND|NUMBER|STATUS|EXPIRY", this::licence);
    if (licences.stream().map(one -> kindAndState(one.number())).distinct().count()
        < licences.size()) {
      cells.problem(
          Column.LICENCES,
          Code.DUPLICATE_REVIEWER,
          "Two licences are of the same state and kind. Leave the one that counts.");
    }
    return licences;
  }

  private static String kindAndState(LicenceNumber number) {
    return number.state() + " " + number.kind();
  }

  private Optional<NumberedLicence> licence(Column column, List<String> parts) {
    var state = cells.constant(column, parts.get(0), UsState.class);
    var kind = cells.constant(column, parts.get(1), LicenceKind.class);
    String number = parts.get(2).toUpperCase(Locale.ROOT);
    var status = cells.constant(column, parts.get(3), LicenceStatus.class);
    var expiry = cells.date(column, parts.get(4));
    if (!NUMBER.matches(number)) {
      cells.problem(
          column,
          Code.SCHEMA_VIOLATION,
          "The number of a licence is not one. Write up to four letters, then digits, as the board"
              + " does.");
      return Optional.empty();
    }
    if (state.isEmpty() || kind.isEmpty() || status.isEmpty() || expiry.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new NumberedLicence(
            new LicenceNumber(state.get(), kind.get(), number),
            new Licence(state.get(), kind.get(), status.get(), expiry.get())));
  }

  private static Set<LicenceKind> kinds(List<NumberedLicence> licences) {
    var kinds = EnumSet.noneOf(LicenceKind.class);
    licences.forEach(one -> kinds.add(one.licence().kind()));
    return kinds;
  }

  private List<BoardCertification> certifications() {
    return cells.entries(Column.CERTIFICATIONS, "BOARD|SPECIALTY|EXPIRY", this::certification);
  }

  private Optional<BoardCertification> certification(Column column, List<String> parts) {
    var board = cells.constant(column, parts.get(0), Board.class);
    var specialty = cells.constant(column, parts.get(1), Specialty.class);
    boolean forLife = parts.get(2).equals("LIFETIME");
    var lastDay = forLife ? Optional.<LocalDate>empty() : cells.date(column, parts.get(2));
    if (board.isEmpty() || specialty.isEmpty() || (lastDay.isEmpty() && !forLife)) {
      return Optional.empty();
    }
    return Optional.of(new BoardCertification(board.get(), specialty.get(), lastDay));
  }

  private Set<Specialty> specialties(Set<LicenceKind> held) {
    cells.required(Column.SPECIALTIES);
    var specialties = EnumSet.noneOf(Specialty.class);
    cells
        .entries(
            Column.SPECIALTIES,
            "SPECIALTY",
            (column, parts) -> cells.constant(column, parts.getFirst(), Specialty.class))
        .forEach(specialties::add);
    for (Specialty specialty : specialties) {
      var kinds = FitTable.installed().licences(specialty);
      if (!held.isEmpty() && kinds.stream().noneMatch(held::contains)) {
        cells.problem(
            Column.SPECIALTIES,
            Code.SCHEMA_VIOLATION,
            specialty
                + " is practised under a licence of another kind ("
                + kinds.stream().map(Enum::name).collect(Collectors.joining(", "))
                + "). Add that licence, or remove the specialty.");
      }
    }
    return specialties;
  }

  private Optional<LocalDate> practisingSince() {
    var since = cells.date(Column.PRACTISING_SINCE, cells.text(Column.PRACTISING_SINCE));
    if (since.isPresent() && since.get().isAfter(today)) {
      cells.problem(
          Column.PRACTISING_SINCE,
          Code.IMPOSSIBLE_DATES,
          "The first day of practice lies in the future. Correct it.");
    }
    return since;
  }

  private int hours() {
    String text = cells.text(Column.HOURS_PER_WEEK);
    int hours = HOURS.matches(text) ? Integer.parseInt(text) : HOURS_OF_A_WEEK + 1;
    if (hours > HOURS_OF_A_WEEK) {
      cells.problem(
          Column.HOURS_PER_WEEK,
          Code.SCHEMA_VIOLATION,
          "Write the hours of practice in a week as a whole number from 0 to 168.");
    }
    return hours;
  }

  private List<NamedAffiliation> affiliations() {
    return cells.entries(Column.AFFILIATIONS, "LINK|TIE|PARTY", this::affiliation);
  }

  private Optional<NamedAffiliation> affiliation(Column column, List<String> parts) {
    var link = cells.constant(column, parts.get(0), Link.class);
    var tie = Tie.of(parts.get(1));
    if (tie.isEmpty()) {
      cells.problem(
          column,
          Code.SCHEMA_VIOLATION,
          "A tie is unknown. Write one of "
              + Cells.names(Tie.Relation.class)
              + ", "
              + Cells.names(Tie.Relative.class)
              + ", or a share of the year's revenue such as 7.5%.");
    }
    if (link.isEmpty() || tie.isEmpty()) {
      return Optional.empty();
    }
    var key = PartyKey.of(parts.get(2));
    return Optional.of(
        new NamedAffiliation(parts.get(2), new Affiliation(key, link.get(), tie.get())));
  }

  private static Map<PartyKey, String> partyNames(List<NamedAffiliation> affiliations) {
    var names = new HashMap<PartyKey, String>();
    affiliations.forEach(one -> names.putIfAbsent(one.affiliation().party(), one.party()));
    return names;
  }
}
