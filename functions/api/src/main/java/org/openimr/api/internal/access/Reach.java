package org.openimr.api.internal.access;

/** Whose cases a role reaches by an operation: a cell of {@code access.txt}. */
public enum Reach {
  ALL("all"),
  OWN("own"),
  ASSIGNED("assigned"),
  ATTESTED("attested"),
  GRANTED("granted"),
  NONE("-");

  private final String cell;

  Reach(String cell) {
    this.cell = cell;
  }

  static Reach of(String cell) {
    for (Reach reach : values()) {
      if (reach.cell.equals(cell)) {
        return reach;
      }
    }
    throw new IllegalStateException("access.txt has no cell " + cell);
  }
}
