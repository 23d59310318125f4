package org.openimr.casefile;

/** How a notice or decision was served. */
public enum ServiceMethod {
  MAIL,
  ELECTRONIC,
  PERSONAL
}
