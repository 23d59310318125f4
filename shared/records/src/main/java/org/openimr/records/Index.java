package org.openimr.records;

/**
 * The sparse indexes of the table (design section 2). A row is in one if it has both attributes.
 */
public enum Index {
  /** Cases of an organization, earliest due first. */
  BY_ORGANIZATION("byOrganization", "organization", "dueCase"),
  /** Cases of a reviewer's pseudonym, earliest due first. */
  BY_REVIEWER("byReviewer", "reviewer", "dueCase"),
  /** Cases in a state, by shard, earliest due first. */
  BY_STATUS("byStatus", "statusShard", "dueCase");

  private final String tableName;
  private final String partitionAttribute;
  private final String sortAttribute;

  Index(String tableName, String partitionAttribute, String sortAttribute) {
    this.tableName = tableName;
    this.partitionAttribute = partitionAttribute;
    this.sortAttribute = sortAttribute;
  }

  /** Its name in the table. */
  public String tableName() {
    return tableName;
  }

  /** The attribute that is its partition key. */
  public String partitionAttribute() {
    return partitionAttribute;
  }

  /** The attribute that is its sort key. */
  public String sortAttribute() {
    return sortAttribute;
  }
}
