package org.openimr.api.internal.http;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Something that the API does, as the contract describes it.
 *
 * @param id {@code operationId}
 * @param method in upper case
 * @param body shape of the JSON that it takes; empty where it takes none
 * @param csv whether it takes a table as {@code text/csv} in place of JSON
 * @param statuses that it may answer with
 */
public record Operation(
    String id,
    String method,
    PathTemplate path,
    List<Parameter> parameters,
    Optional<Shape> body,
    boolean csv,
    SortedSet<Integer> statuses) {
  /** Copies the collections. */
  public Operation {
    parameters = List.copyOf(parameters);
    statuses = Collections.unmodifiableSortedSet(new TreeSet<>(statuses));
  }
}
