package org.openimr.local.bench;

import java.util.Locale;

/** The functions, in the order in which a case meets them. */
enum Function {
  INTAKE,
  EVALUATE,
  DETERMINE,
  SCHEDULE,
  API;

  /** The module's and the package's name. */
  String title() {
    return name().toLowerCase(Locale.ROOT);
  }
}
