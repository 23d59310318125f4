package org.openimr.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.openimr.casefile.CaseNumber;
import org.openimr.casefile.ItemEvaluation;
import org.openimr.cloud.Cloud;
import org.openimr.cloud.EmbeddedCloud;
import org.openimr.local.LetterImporting.Result;
import org.openimr.precedents.ItemProfile;
import org.openimr.precedents.NearestPrecedents;
import org.openimr.records.Precedents;

/**
 * Where precedents are looked for: the folder of an earlier {@code import --data}, or letters that
 * are read for this one search.
 */
final class PrecedentSource implements AutoCloseable {
  private static final String STORE = "openimr.mv";

  private final Cloud cloud;
  private final List<Result> refused = new ArrayList<>();

  private PrecedentSource(Cloud cloud) {
    this.cloud = cloud;
  }

  /** Opens a folder of precedents, a folder of letters, or one letter. */
  static PrecedentSource open(Path place) {
    InstantSource clock = InstantSource.system();
    if (Files.exists(place.resolve(STORE))) {
      return new PrecedentSource(EmbeddedCloud.in(place, clock));
    }
    var source = new PrecedentSource(EmbeddedCloud.inMemory(clock));
    new LetterImports(source.cloud, clock)
        .add(
            Inputs.of(List.of(place)).files(),
            result -> {
              if (result.reason().isPresent()) {
                source.refused.add(result);
              }
            });
    return source;
  }

  /** What was found, and whether everything alike was looked at. */
  record Search(NearestPrecedents nearest, boolean complete) {}

  /** The nearest precedents to an item of a case. */
  Search near(CaseNumber own, ItemEvaluation item, int most) {
    var profile = ItemProfile.of(item);
    var found = new Precedents(cloud.table()).near(profile);
    return new Search(NearestPrecedents.of(own, profile, found.items(), most), found.complete());
  }

  /** Letters that could not be read. */
  List<Result> refused() {
    return List.copyOf(refused);
  }

  @Override
  public void close() {
    cloud.close();
  }
}
