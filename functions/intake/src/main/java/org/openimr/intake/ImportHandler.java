package org.openimr.intake;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.time.InstantSource;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openimr.casefile.UploadState;
import org.openimr.records.Journal;
import org.openimr.records.ObjectStore;
import org.openimr.records.Settings;
import org.openimr.records.Table;

/**
 * Lambda {@code import}: a batch of published letters of a Step Functions distributed map ({@link
 * ImportBatch}). It fails as a whole while a letter is not done, and its repeat skips the others.
 */
public final class ImportHandler
    implements RequestHandler<Map<String, Object>, Map<UploadState, Integer>> {
  private final LetterImport letters;
  private final String bucket;

  /** As Lambda makes it: by the function's environment. */
  public ImportHandler() {
    this(Wiring.importsOnAws(), Settings.of(System.getenv()));
  }

  /** With a table and buckets of any kind. */
  public ImportHandler(
      Table table, ObjectStore objects, Settings settings, InstantSource clock, Journal journal) {
    this(Wiring.imports(table, objects, settings, clock, journal), settings);
  }

  ImportHandler(LetterImport letters, Settings settings) {
    this.letters = letters;
    this.bucket = settings.caseFiles();
  }

  @Override
  public Map<UploadState, Integer> handleRequest(
      Map<String, Object> event, @Nullable Context context) {
    return letters.take(ImportBatch.of(event, bucket));
  }
}
