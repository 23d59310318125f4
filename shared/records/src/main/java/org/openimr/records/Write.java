package org.openimr.records;

/** One write of a transaction. */
public sealed interface Write {
  /** Which row. */
  Key key();

  /** What must hold of it. */
  Condition condition();

  /** Puts a whole row in place of what is there. */
  record Put(Row row, Condition condition) implements Write {
    @Override
    public Key key() {
      return row.key();
    }
  }

  /** Removes a row, if it is there. */
  record Delete(Key key, Condition condition) implements Write {}

  /** Writes nothing and only asks. */
  record Check(Key key, Condition condition) implements Write {}
}
