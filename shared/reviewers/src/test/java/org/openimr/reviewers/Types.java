package org.openimr.reviewers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The public types of this module, as compiled. */
final class Types {
  private Types() {}

  /** The records of the package, nested ones as well. */
  static List<Class<?>> records() {
    try {
      var folder =
          Path.of(Pseudonym.class.getProtectionDomain().getCodeSource().getLocation().toURI())
              .resolve("org/openimr/reviewers");
      try (var files = Files.list(folder)) {
        return files
            .map(file -> file.getFileName().toString())
            .filter(name -> name.endsWith(".class") && !name.equals("package-info.class"))
            .<Class<?>>map(name -> load(name.substring(0, name.length() - ".class".length())))
            .filter(Class::isRecord)
            .toList();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Class<?> load(String name) {
    try {
      return Class.forName("org.openimr.reviewers." + name);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }
}
