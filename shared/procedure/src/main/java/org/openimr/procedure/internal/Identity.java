package org.openimr.procedure.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.openimr.casefile.CaseFields;

/**
 * What is known of who a worker is.
 *
 * @param claim claim number in letters and digits alone
 */
public record Identity(Optional<String> name, Optional<LocalDate> born, Optional<String> claim) {
  static final Identity UNKNOWN =
      new Identity(Optional.empty(), Optional.empty(), Optional.empty());

  private static final String ANY = "*";
  private static final List<List<String>> VERDICTS = Rows.of("same-worker.txt", 4);

  /** Whether statements are about one worker. */
  public enum Verdict {
    /** The same worker. */
    SAME,
    /** Certainly another worker. */
    OTHER,
    /** The statements do not tell. */
    UNCERTAIN
  }

  /** How two dates of birth compare. */
  enum Birth {
    SAME,
    TYPO,
    DIFFERENT,
    UNKNOWN
  }

  /** How two claim numbers compare. */
  enum Claim {
    SAME,
    DIFFERENT,
    UNKNOWN
  }

  /** What the fields of a case say. */
  public static Identity of(CaseFields fields) {
    return new Identity(
        fields.employee().name().filter(name -> !name.isBlank()),
        fields.employee().dateOfBirth(),
        ClaimNumber.of(fields));
  }

  /** Whether it tells who somebody is: a claim number alone does not. */
  boolean tells() {
    return name.isPresent() || born.isPresent();
  }

  /** With what another statement about the same worker adds. */
  Identity with(Identity other) {
    return new Identity(name.or(other::name), born.or(other::born), claim.or(other::claim));
  }

  /** Whether another statement is about the same worker, by the table {@code same-worker.txt}. */
  public Verdict verdict(Identity other) {
    String names = Names.compare(name, other.name).name();
    String births = births(other).name();
    String claims = claims(other).name();
    return VERDICTS.stream()
        .filter(
            row -> fits(row.get(0), names) && fits(row.get(1), births) && fits(row.get(2), claims))
        .map(row -> Verdict.valueOf(row.get(3)))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("same-worker.txt lacks a row"));
  }

  private static boolean fits(String cell, String value) {
    return cell.equals(ANY) || cell.equals(value);
  }

  private Birth births(Identity other) {
    return born.flatMap(a -> other.born.map(b -> births(a, b))).orElse(Birth.UNKNOWN);
  }

  private static Birth births(LocalDate one, LocalDate other) {
    if (one.equals(other)) {
      return Birth.SAME;
    }
    boolean turned =
        one.getYear() == other.getYear()
            && one.getMonthValue() == other.getDayOfMonth()
            && one.getDayOfMonth() == other.getMonthValue();
    return turned || Names.oneMistake(one.toString(), other.toString())
        ? Birth.TYPO
        : Birth.DIFFERENT;
  }

  private Claim claims(Identity other) {
    return claim
        .flatMap(a -> other.claim.map(b -> a.equals(b) ? Claim.SAME : Claim.DIFFERENT))
        .orElse(Claim.UNKNOWN);
  }
}
