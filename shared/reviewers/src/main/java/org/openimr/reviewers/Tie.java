package org.openimr.reviewers;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** How a reviewer is affiliated with somebody (Labor Code 139.5(d)(6)). */
public sealed interface Tie {
  /** Of bounded length, so that no text takes long. */
  Pattern SHARE = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,4})?%");

  /** All annual revenue, in percent. */
  BigDecimal WHOLE = BigDecimal.valueOf(100);

  /** The three natures of an affiliation. */
  enum Nature {
    PROFESSIONAL,
    FAMILIAL,
    FINANCIAL
  }

  /** Professional relations. */
  enum Relation {
    DOCTOR_PATIENT,
    PARTNERSHIP,
    EMPLOYMENT,
    SHAREHOLDER,
    CONTRACTOR,
    /** Privileges at a hospital and nothing more. */
    STAFF_PRIVILEGES
  }

  /** Relatives. */
  enum Relative {
    SPOUSE,
    CHILD,
    PARENT,
    SIBLING,
    PARENT_OF_SPOUSE,
    SPOUSE_OF_CHILD
  }

  /** Which of the three it is. */
  Nature nature();

  /**
   * As rosters and records write it: a name of {@link Relation} or {@link Relative}, or the share
   * with a percent sign.
   */
  String code();

  /** The tie of a code, or empty. A share is over 0 and up to 100, with at most four decimals. */
  static Optional<Tie> of(String code) {
    return Stream.<Optional<Tie>>of(
            share(code).map(Financial::new),
            named(Relation.values(), code).map(Professional::new),
            named(Relative.values(), code).map(Familial::new))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Optional<BigDecimal> share(String code) {
    return SHARE.matcher(code).matches()
        ? Optional.of(new BigDecimal(code.substring(0, code.length() - 1)))
            .filter(share -> share.signum() > 0 && share.compareTo(WHOLE) <= 0)
        : Optional.empty();
  }

  private static <E extends Enum<E>> Optional<E> named(E[] constants, String code) {
    return Arrays.stream(constants).filter(one -> one.name().equals(code)).findFirst();
  }

  /** Works, or has worked, with or for them. */
  record Professional(Relation relation) implements Tie {
    @Override
    public Nature nature() {
      return Nature.PROFESSIONAL;
    }

    @Override
    public String code() {
      return relation.name();
    }
  }

  /** Is related to them. */
  record Familial(Relative relative) implements Tie {
    @Override
    public Nature nature() {
      return Nature.FAMILIAL;
    }

    @Override
    public String code() {
      return relative.name();
    }
  }

  /**
   * Is paid by them.
   *
   * @param percentOfAnnualRevenue of all annual revenue or income, over 0 and up to 100
   */
  record Financial(BigDecimal percentOfAnnualRevenue) implements Tie {
    @Override
    public Nature nature() {
      return Nature.FINANCIAL;
    }

    @Override
    public String code() {
      return percentOfAnnualRevenue.toPlainString() + "%";
    }
  }
}
