package org.openimr.reading.internal.facts;

import org.openimr.casefile.CaseFile;
import org.openimr.reading.CaseFacts;
import org.openimr.reading.FactDictionary;

/** Reads case files by the dictionary that ships with this module. Immutable, safe for threads. */
public final class FactFinder {
  private final FactCatalog catalog = new FactCatalog();
  private final FactDictionary dictionary = catalog.dictionary();
  private final ContextRules context = ContextRules.load();
  private final Lexicon lexicon = new Lexicon(catalog, context);
  private final BodyPartPassages parts = new BodyPartPassages(context);
  private final DocumentReader reader = new DocumentReader(catalog, context, lexicon, parts);

  /** The dictionary. */
  public FactDictionary dictionary() {
    return dictionary;
  }

  /** What the documents of a case file say. */
  public CaseFacts read(CaseFile file) {
    var index = new SearchIndex();
    var documents =
        file.documents().stream().map(document -> reader.read(document, index)).toList();
    return new FactsOfCase(catalog, parts, documents, index);
  }
}
