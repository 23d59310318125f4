package org.openimr.casefile;

/** As the record has it. */
public enum Sex {
  F,
  M,
  X
}
