package org.openimr.documents.internal.json;

import com.networknt.schema.path.NodePath;

/** Where in a case file something stands, as people write it: {@code documents[2].date}. */
final class Place {
  private static final int NAME_SHOWN = 64;

  private Place() {}

  static String of(NodePath path) {
    String place = "";
    for (int at = 0; at < path.getNameCount(); at++) {
      Object element = path.getElement(at);
      place =
          element instanceof Integer index ? item(place, index) : field(place, path.getName(at));
    }
    return place;
  }

  static String field(String parent, String name) {
    String shown =
        name.length() <= NAME_SHOWN
            ? name
            : name.substring(0, name.offsetByCodePoints(0, NAME_SHOWN / 2)) + "...";
    String printable = shown.replaceAll("\\p{Cntrl}", " ");
    return parent.isEmpty() ? printable : parent + "." + printable;
  }

  static String item(String parent, int index) {
    return parent + "[" + index + "]";
  }
}
