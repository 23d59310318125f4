package org.openimr.intake;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.openimr.records.ObjectName;

/**
 * What is to be recognised of an upload, and what came of it: a body, which is written anew with
 * every step. An upload that is a PDF has one file; an archive has each PDF within it once.
 */
record ScanWork(List<File> files) {
  ScanWork {
    files = List.copyOf(files);
  }

  /**
   * A PDF with pages that are only pictures.
   *
   * @param hash SHA-256 of its bytes, lower case hex
   * @param place where the service finds it
   * @param versionId which version of it; the newest where empty
   * @param pages numbers of the pages without readable text
   * @param job what the service calls its work on it, once it has begun
   * @param text hash of the {@link RecognisedPages}, once they came
   * @param failure why none came, as a code
   */
  record File(
      String hash,
      ObjectName place,
      Optional<String> versionId,
      SortedSet<Integer> pages,
      Optional<String> job,
      Optional<String> text,
      Optional<String> failure) {
    File {
      pages = Collections.unmodifiableSortedSet(new TreeSet<>(pages));
    }

    /** One that nothing was done with. */
    static File found(String hash, ObjectName place, Optional<String> versionId) {
      return new File(
          hash,
          place,
          versionId,
          new TreeSet<>(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());
    }

    /** With one more page. */
    File withPage(int page) {
      var more = new TreeSet<>(pages);
      more.add(page);
      return new File(hash, place, versionId, more, job, text, failure);
    }

    boolean ended() {
      return text.isPresent() || failure.isPresent();
    }

    File started(String id) {
      return new File(hash, place, versionId, pages, Optional.of(id), text, failure);
    }

    File read(String body) {
      return new File(hash, place, versionId, pages, job, Optional.of(body), failure);
    }

    File failed(String code) {
      return new File(hash, place, versionId, pages, job, text, Optional.of(code));
    }
  }

  /** Whether nothing more will come. */
  boolean ended() {
    return files.stream().allMatch(File::ended);
  }

  /** The work with each file as a step leaves it. */
  ScanWork each(UnaryOperator<File> step) {
    var after = new ArrayList<File>();
    files.forEach(file -> after.add(step.apply(file)));
    return new ScanWork(after);
  }
}
