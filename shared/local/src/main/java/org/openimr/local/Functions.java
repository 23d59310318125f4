package org.openimr.local;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.openimr.api.ApiHandler;
import org.openimr.api.ApiKeys;
import org.openimr.casefile.CaseState;
import org.openimr.cloud.Cloud;
import org.openimr.cloud.Consumers;
import org.openimr.cloud.EventObserver;
import org.openimr.cloud.QueueConsumer;
import org.openimr.cloud.StreamConsumer;
import org.openimr.cloud.StreamConsumer.RowFilter;
import org.openimr.determine.DetermineHandler;
import org.openimr.documents.FileOpener;
import org.openimr.evaluate.EvaluateHandler;
import org.openimr.intake.IntakeHandler;
import org.openimr.records.Backend;
import org.openimr.records.CorrectionState;
import org.openimr.records.Journal;
import org.openimr.records.LetterState;
import org.openimr.schedule.ChangeSink;
import org.openimr.schedule.ScheduleHandler;

/** The handlers as they run on AWS, on a desk's table and buckets. */
final class Functions {
  private final Cloud cloud;
  private final InstantSource clock;
  private final EventObserver observer;
  private final FileOpener opener;

  Functions(Cloud cloud, InstantSource clock, EventObserver observer) {
    this(cloud, clock, observer, new FileOpener());
  }

  /** With what opens the files. */
  Functions(Cloud cloud, InstantSource clock, EventObserver observer, FileOpener opener) {
    this.opener = opener;
    this.cloud = cloud;
    this.clock = clock;
    this.observer = observer;
  }

  /** Which function reads what; the same filters as in the template. */
  Consumers consumers() {
    return Consumers.of(
        new QueueConsumer(
            "intake",
            new IntakeHandler(
                cloud.table(), cloud.objects(), cloud.settings(), clock, Journal.silent(), opener)),
        List.of(
            new StreamConsumer(
                "evaluate",
                List.of(
                    RowFilter.heads(Set.of(CaseState.PARSED.name())),
                    RowFilter.letters(Set.of(LetterState.KEPT.name()))),
                new EvaluateHandler(
                    cloud.table(), cloud.objects(), cloud.settings(), clock, Journal.silent())),
            new StreamConsumer(
                "determine",
                List.of(
                    RowFilter.heads(Set.of(CaseState.EVALUATED.name(), CaseState.ADOPTED.name())),
                    RowFilter.corrections(
                        Set.of(CorrectionState.REQUESTED.name(), CorrectionState.ASSENTED.name()))),
                new DetermineHandler(
                    cloud.table(), cloud.objects(), cloud.settings(), clock, Journal.silent()))),
        observer);
  }

  /** What answers the HTTP API; its own clock is the real one, as tokens end in real time. */
  ApiHandler api(ApiKeys keys) {
    return new ApiHandler(
        new Backend(cloud.table(), cloud.objects(), cloud.settings()),
        keys,
        InstantSource.system(),
        Journal.silent());
  }

  /** What starts stuck cases again, and tells of changes. */
  ScheduleHandler schedule(Optional<ChangeSink> sink) {
    return new ScheduleHandler(cloud.table(), sink, clock, Journal.silent());
  }
}
