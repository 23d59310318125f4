package org.openimr.reviewers;

import java.math.BigDecimal;

/** How a reviewer is affiliated with somebody (Labor Code 139.5(d)(6)). */
public sealed interface Tie {
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

  /** Works, or has worked, with or for them. */
  record Professional(Relation relation) implements Tie {
    @Override
    public Nature nature() {
      return Nature.PROFESSIONAL;
    }
  }

  /** Is related to them. */
  record Familial(Relative relative) implements Tie {
    @Override
    public Nature nature() {
      return Nature.FAMILIAL;
    }
  }

  /**
   * Is paid by them.
   *
   * @param percentOfAnnualRevenue of all annual revenue or income, 0 to 100
   */
  record Financial(BigDecimal percentOfAnnualRevenue) implements Tie {
    @Override
    public Nature nature() {
      return Nature.FINANCIAL;
    }
  }
}
