package org.openimr.casefile;

import java.time.LocalDate;

/**
 * Editions of the Medical Treatment Utilization Schedule by the day they came into force (8 CCR
 * 9792.20 and following; adoption orders of the Administrative Director).
 */
public enum Edition {
  M2007(2007, 6, 15),
  M2009(2009, 7, 18),
  M2015(2015, 4, 20),
  M2016(2016, 7, 28),
  M2017(2017, 12, 1),
  F2018(2018, 1, 1),
  M2019A(2019, 4, 18),
  M2019B(2019, 8, 11),
  M2019C(2019, 10, 7),
  M2020(2020, 9, 21),
  M2021(2021, 11, 23);

  private final LocalDate inForce;

  Edition(int year, int month, int day) {
    this.inForce = LocalDate.of(year, month, day);
  }

  /** The first day on which it applies. */
  public LocalDate inForce() {
    return inForce;
  }

  /** The edition in force on a day; before the first one, the first. */
  public static Edition on(LocalDate day) {
    Edition found = M2007;
    for (Edition edition : values()) {
      if (!edition.inForce.isAfter(day)) {
        found = edition;
      }
    }
    return found;
  }
}
