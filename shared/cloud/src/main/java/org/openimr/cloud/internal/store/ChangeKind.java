package org.openimr.cloud.internal.store;

/** What a write did to a row; a put of the row that is there gives no stream record, as on AWS. */
enum ChangeKind {
  INSERT,
  MODIFY,
  REMOVE,
  NONE
}
