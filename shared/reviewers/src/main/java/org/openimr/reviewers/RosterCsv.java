package org.openimr.reviewers;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.openimr.reviewers.internal.RosterReader;

/**
 * The reviewers' roster as CSV (RFC 4180, a comma between cells, one reviewer a line, the columns'
 * names in the first line in any order). Lists in a cell are parted by a semicolon, the parts of an
 * entry by a bar:
 *
 * <ul>
 *   <li>{@code pseudonym}: {@code RV-} and six digits
 *   <li>{@code family_name}, {@code given_name}, {@code email} (may be empty)
 *   <li>{@code licences}: {@code STATE|KIND|NUMBER|STATUS|EXPIRY}
 *   <li>{@code certifications}: {@code BOARD|SPECIALTY|EXPIRY}, with {@code LIFETIME} for one that
 *       does not expire (may be empty)
 *   <li>{@code specialties}: names of {@link Specialty}
 *   <li>{@code practising_since}: the first day of active practice, see {@link Credentials}
 *   <li>{@code hours_per_week}: a whole number; {@code qme}, {@code disciplined}: YES or NO
 *   <li>{@code affiliations}: {@code LINK|TIE|PARTY}, the tie a name of {@link Tie.Relation} or
 *       {@link Tie.Relative}, or a share of annual revenue such as {@code 7.5%} (may be empty)
 * </ul>
 *
 * <p>Dates are ISO. A cell or an entry that a spreadsheet would take for a formula is refused.
 */
public final class RosterCsv {
  /** The most characters that are read. */
  public static final int MAX_CHARACTERS = 10_000_000;

  /** The most characters of a cell. */
  public static final int MAX_CELL_CHARACTERS = 4_000;

  /** What happens to the good lines where others are bad. */
  public enum Mode {
    GOOD_LINES,
    ALL_OR_NOTHING
  }

  /**
   * What was read; identity and credentials are apart from here on.
   *
   * @param identities in the order of the file
   * @param credentials of the same reviewers in the same order
   * @param problems in the order of lines
   */
  public record Imported(
      List<ReviewerIdentity> identities,
      List<Credentials> credentials,
      List<ImportProblem> problems) {
    /** Copies the lists. */
    public Imported {
      identities = List.copyOf(identities);
      credentials = List.copyOf(credentials);
      problems = List.copyOf(problems);
    }
  }

  private RosterCsv() {}

  /**
   * Reads a roster.
   *
   * @param known the identities that are stored: a line with the pseudonym of one replaces it, a
   *     line with a licence of another is refused
   * @param today the day of the import
   */
  public static Imported read(
      String csv, Collection<ReviewerIdentity> known, LocalDate today, Mode mode) {
    var imported = new RosterReader(known, today).read(csv);
    return mode == Mode.ALL_OR_NOTHING && !imported.problems().isEmpty()
        ? new Imported(List.of(), List.of(), imported.problems())
        : imported;
  }
}
