package org.openimr.api.internal.access;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.openimr.api.internal.http.TextTable;

/** Who may what: {@code access.txt}, a row an operation, a column a role. */
public final class AccessTable {
  /** The row on what is not issued yet; no operation. */
  public static final String DRAFT = "draft";

  private final Map<String, Map<Role, Reach>> rows = new LinkedHashMap<>();

  /** The table that the function carries. */
  public AccessTable() {
    List<String> lines = TextTable.rows("/org/openimr/api/access.txt");
    String[] head = lines.getFirst().split("\\s+", -1);
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split("\\s+", -1);
      var row = new EnumMap<Role, Reach>(Role.class);
      for (int i = 1; i < head.length; i++) {
        row.put(Role.of(head[i]).orElseThrow(), Reach.of(cells[i]));
      }
      if (row.size() != Role.values().length || rows.put(cells[0], row) != null) {
        throw new IllegalStateException("access.txt: each operation once, with each role");
      }
    }
  }

  /** All rows. */
  public Set<String> operations() {
    return rows.keySet();
  }

  /** A cell. */
  public Reach reach(String operation, Role role) {
    return Objects.requireNonNull(Objects.requireNonNull(rows.get(operation), operation).get(role));
  }
}
