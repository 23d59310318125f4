package org.openimr.reviewers;

/** The rules by which a reviewer is chosen; their statements and sources are data. */
public enum RuleId {
  LICENCE(Group.FIT),
  LICENCE_KIND(Group.FIT),
  CERTIFICATION(Group.FIT),
  SPECIALTY(Group.FIT),
  ACTIVE_PRACTICE(Group.FIT),
  WEEKLY_HOURS(Group.FIT),
  NOT_QME(Group.FIT),
  NO_DISCIPLINE(Group.FIT),
  TIE_PAYER(Group.CONFLICT),
  TIE_MANAGEMENT(Group.CONFLICT),
  TIE_PROVIDER(Group.CONFLICT),
  TIE_INSTITUTION(Group.CONFLICT),
  TIE_MAKER(Group.CONFLICT),
  TIE_EMPLOYEE(Group.CONFLICT),
  TIE_OTHER(Group.CONFLICT),
  NO_DECLARED_TIE(Group.CONFLICT),
  FIRST_REVIEW(Group.CONFLICT),
  FREE_BY_IDENTITY(Group.CONFLICT),
  CALIFORNIA(Group.RANK),
  OPEN_CASES(Group.RANK),
  TURN(Group.RANK);

  /** What a rule is about. */
  public enum Group {
    /** May this reviewer decide these items. */
    FIT,
    /** Is this reviewer free of this case. */
    CONFLICT,
    /** Which of those who fit. */
    RANK
  }

  private final Group group;

  RuleId(Group group) {
    this.group = group;
  }

  /** What it is about. */
  public Group group() {
    return group;
  }
}
