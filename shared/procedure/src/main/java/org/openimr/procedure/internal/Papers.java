package org.openimr.procedure.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.openimr.casefile.CaseDocument;
import org.openimr.casefile.CaseUpload;
import org.openimr.procedure.ContentHash;

/** The papers of a case in their order, without duplicates, each with an id of its own. */
public final class Papers {
  private static final int LONGEST_ID = 64;

  private final List<Paper> sorted;

  private Papers(List<Paper> sorted) {
    this.sorted = sorted;
  }

  /**
   * A document as one upload has it.
   *
   * @param hash of its text
   * @param upload content hash of the upload
   */
  record Paper(CaseDocument document, String hash, String upload) {
    /** Date first, papers without one last; then type and hash; the rest makes it total. */
    static final Comparator<Paper> ORDER =
        Comparator.comparing((Paper paper) -> paper.document.date().orElse(LocalDate.MAX))
            .thenComparing(paper -> paper.document.type())
            .thenComparing(Paper::hash)
            .thenComparing(paper -> paper.document.id())
            .thenComparing(Paper::upload)
            .thenComparing(paper -> paper.document.unreadablePages().toString());

    /** Two scans without text would look alike: they are the same only within one upload's id. */
    String identity() {
      return document.readablePages() > 0 ? hash : upload + " " + document.id();
    }
  }

  /** All papers of uploads; an upload that comes twice counts once. */
  public static Papers of(Collection<CaseUpload> uploads) {
    return new Papers(
        uploads.stream()
            .flatMap(
                upload ->
                    upload.documents().stream()
                        .map(
                            document ->
                                new Paper(
                                    document,
                                    ContentHash.of(document.text()),
                                    upload.contentHash())))
            .distinct()
            .sorted(Paper.ORDER)
            .toList());
  }

  /** Those of which a predicate on text hashes holds not. */
  Papers without(Predicate<String> hash) {
    return new Papers(sorted.stream().filter(paper -> !hash.test(paper.hash)).toList());
  }

  /** Ids of the papers with a text hash, as they were given. */
  List<String> idsOf(String hash) {
    return sorted.stream()
        .filter(paper -> paper.hash.equals(hash))
        .map(paper -> paper.document.id())
        .distinct()
        .toList();
  }

  /** The documents that are kept. */
  public List<CaseDocument> documents() {
    var ids = ids();
    return kept().values().stream().map(paper -> named(paper.document, id(ids, paper))).toList();
  }

  /** The id of each duplicate, with the document that is kept in its place. */
  public Map<String, CaseDocument> duplicates() {
    var kept = kept();
    var ids = ids();
    var duplicates = new TreeMap<String, CaseDocument>();
    for (Paper paper : sorted) {
      var first = kept.getOrDefault(paper.identity(), paper);
      if (!first.equals(paper)) {
        duplicates.put(id(ids, paper), named(first.document, id(ids, first)));
      }
    }
    return duplicates;
  }

  private Map<String, Paper> kept() {
    var kept = new LinkedHashMap<String, Paper>();
    sorted.forEach(paper -> kept.putIfAbsent(paper.identity(), paper));
    return kept;
  }

  /** Kept papers choose first, so that a duplicate never takes a name from them. */
  private Map<Paper, String> ids() {
    var order = new ArrayList<>(kept().values());
    sorted.stream().filter(paper -> !order.contains(paper)).forEach(order::add);
    var given = new HashSet<String>();
    sorted.forEach(paper -> given.add(paper.document.id()));
    var ids = new LinkedHashMap<Paper, String>();
    var used = new HashSet<String>();
    for (Paper paper : order) {
      String id = paper.document.id();
      ids.put(paper, used.add(id) ? id : numbered(id, given, used));
    }
    return ids;
  }

  private static String numbered(String id, Set<String> given, Set<String> used) {
    for (int n = 2; ; n++) {
      String suffix = "-" + n;
      String stem = id.substring(0, Math.min(id.length(), LONGEST_ID - suffix.length()));
      String candidate = stem + suffix;
      if (!given.contains(candidate) && used.add(candidate)) {
        return candidate;
      }
    }
  }

  private static String id(Map<Paper, String> ids, Paper paper) {
    return ids.getOrDefault(paper, paper.document.id());
  }

  private static CaseDocument named(CaseDocument document, String id) {
    return new CaseDocument(
        id, document.type(), document.date(), document.text(), document.unreadablePages());
  }
}
