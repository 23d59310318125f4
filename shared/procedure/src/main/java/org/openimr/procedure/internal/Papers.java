package org.openimr.procedure.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
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
   * @param identity what copies of one paper have in common
   */
  record Paper(CaseDocument document, String hash, String upload, String identity) {
    /** Date first, papers without one last; then type and hash; the rest makes it total. */
    static final Comparator<Paper> ORDER =
        Comparator.comparing((Paper paper) -> paper.document.date().orElse(LocalDate.MAX))
            .thenComparing(paper -> paper.document.type())
            .thenComparing(Paper::hash)
            .thenComparing(paper -> paper.document.id())
            .thenComparing(Paper::upload)
            .thenComparing(paper -> paper.document.unreadablePages().toString())
            .thenComparing(paper -> paper.document.recognition().toString());

    /** The copy that is kept: most pages readable, fewest of them recognised; ties by hash. */
    static final Comparator<Paper> BEST =
        Comparator.comparingInt((Paper paper) -> -paper.document.readablePages())
            .thenComparing(
                paper -> paper.document.recognition().map(r -> r.pages().size()).orElse(0))
            .thenComparing(Paper::hash)
            .thenComparing(ORDER);

    static Paper of(CaseDocument document, String upload) {
      return new Paper(
          document, ContentHash.of(document.text()), upload, identity(document, upload));
    }

    /** Two scans without text would look alike: they are the same only within one upload's id. */
    private static String identity(CaseDocument document, String upload) {
      String plain = document.readablePages() > 0 ? PlainText.of(document.text()) : "";
      return plain.isEmpty() ? upload + " " + document.id() : ContentHash.of(plain);
    }
  }

  /** All papers of uploads; an upload that comes twice counts once. */
  public static Papers of(Collection<CaseUpload> uploads) {
    return new Papers(
        uploads.stream()
            .flatMap(
                upload ->
                    upload.documents().stream()
                        .map(document -> Paper.of(document, upload.contentHash())))
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
    return kept().values().stream().map(paper -> paper.document.named(id(ids, paper))).toList();
  }

  /** The id of each duplicate, with the document that is kept in its place. */
  public Map<String, CaseDocument> duplicates() {
    var kept = kept();
    var ids = ids();
    var duplicates = new TreeMap<String, CaseDocument>();
    for (Paper paper : sorted) {
      var first = kept.getOrDefault(paper.identity(), paper);
      if (!first.equals(paper)) {
        duplicates.put(id(ids, paper), first.document.named(id(ids, first)));
      }
    }
    return duplicates;
  }

  private Map<String, Paper> kept() {
    var best = new HashMap<String, Paper>();
    sorted.forEach(paper -> best.merge(paper.identity, paper, BinaryOperator.minBy(Paper.BEST)));
    var kept = new LinkedHashMap<String, Paper>();
    sorted.stream()
        .filter(paper -> paper.equals(best.get(paper.identity)))
        .forEach(paper -> kept.put(paper.identity, paper));
    return kept;
  }

  /** Kept papers choose first, so that a duplicate never takes a name from them. */
  private Map<Paper, String> ids() {
    var order = new ArrayList<>(kept().values());
    sorted.stream().filter(paper -> !order.contains(paper)).forEach(order::add);
    var given = new HashSet<String>();
    sorted.forEach(paper -> given.add(stem(paper.document)));
    var ids = new LinkedHashMap<Paper, String>();
    var used = new HashSet<String>();
    for (Paper paper : order) {
      String id = stem(paper.document);
      ids.put(paper, used.add(id) ? id : numbered(id, given, used));
    }
    return ids;
  }

  /**
   * An id without the number that tells papers of one upload apart, so that it does not matter
   * which papers came together: {@code <type>-<date>[-n]}, or {@code <type>[-n]}.
   */
  private static String stem(CaseDocument document) {
    String kind = document.type().name().toLowerCase(Locale.ROOT).replace('_', '-');
    String stem = document.date().map(date -> kind + "-" + date).orElse(kind);
    String id = document.id();
    boolean numbered =
        id.length() > stem.length() + 1
            && id.startsWith(stem + "-")
            && id.substring(stem.length() + 1).chars().allMatch(c -> c >= '0' && c <= '9');
    return numbered ? stem : id;
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
}
