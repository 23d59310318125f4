package org.openimr.api.internal.routes;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.openimr.records.DocumentPointer;

/** The forms of a determination and of a correction, the preferred one first. */
enum Form {
  JSON("application/json", "application/json", "json"),
  TEXT("text/plain", "text/plain; charset=utf-8", "txt"),
  HTML("text/html", "text/html; charset=utf-8", "html"),
  PDF("application/pdf", "application/pdf", "pdf");

  private final String mediaType;
  private final String contentType;
  private final String extension;

  Form(String mediaType, String contentType, String extension) {
    this.mediaType = mediaType;
    this.contentType = contentType;
    this.extension = extension;
  }

  String contentType() {
    return contentType;
  }

  /** The object's key, of documents of a name. */
  String key(DocumentPointer set, String name) {
    return set.folder() + "/" + name + "." + extension;
  }

  /** SHA-256 of the document, by what points at the set. */
  String hash(DocumentPointer set) {
    return switch (this) {
      case JSON -> set.json();
      case TEXT -> set.text();
      case HTML -> set.html();
      case PDF -> set.pdf();
    };
  }

  /** The form that a request wants most (RFC 9110, section 12.5.1); empty where it wants none. */
  static Optional<Form> wanted(String accept) {
    List<Range> ranges = Arrays.stream(accept.split(",", -1)).map(Range::of).toList();
    return Arrays.stream(values())
        .filter(form -> form.quality(ranges) > 0)
        .max(
            Comparator.comparingDouble((Form form) -> form.quality(ranges))
                .thenComparing(Comparator.reverseOrder()));
  }

  /** The most exact of the ranges that cover the form decides. */
  private double quality(List<Range> ranges) {
    return ranges.stream()
        .filter(range -> range.covers(mediaType))
        .max(Comparator.comparingInt(Range::exactness))
        .map(Range::quality)
        .orElse(0.0);
  }

  private record Range(String type, double quality) {
    static Range of(String text) {
      String[] parts = text.toLowerCase(Locale.ROOT).replace(" ", "").split(";", -1);
      return new Range(
          parts[0], Arrays.stream(parts).skip(1).mapToDouble(Range::weight).min().orElse(1));
    }

    /** What is no weight of 0 to 1 counts as none given. */
    private static double weight(String parameter) {
      return parameter.matches("q=[01](\\.[0-9]{0,3})?")
          ? Math.min(1, Double.parseDouble(parameter.substring(2)))
          : 1;
    }

    boolean covers(String mediaType) {
      return type.equals(mediaType)
          || type.equals("*/*")
          || type.equals(mediaType.substring(0, mediaType.indexOf('/')) + "/*");
    }

    int exactness() {
      return type.equals("*/*") ? 0 : type.endsWith("/*") ? 1 : 2;
    }
  }
}
