package org.openimr.reviewers.internal;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The columns of a roster. */
enum Column {
  PSEUDONYM,
  FAMILY_NAME,
  GIVEN_NAME,
  EMAIL,
  LICENCES,
  CERTIFICATIONS,
  SPECIALTIES,
  PRACTISING_SINCE,
  HOURS_PER_WEEK,
  QME,
  DISCIPLINED,
  AFFILIATIONS;

  /** Its name in the first line. */
  String title() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<Column> of(String title) {
    String wanted = title.strip().toLowerCase(Locale.ROOT);
    return Arrays.stream(values()).filter(column -> column.title().equals(wanted)).findFirst();
  }

  static String titles() {
    return Arrays.stream(values()).map(Column::title).collect(Collectors.joining(", "));
  }
}
