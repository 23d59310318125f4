package org.openimr.local;

import com.amazonaws.services.lambda.runtime.Context;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.openimr.cloud.Cloud;
import org.openimr.cloud.EmbeddedCloud;
import org.openimr.cloud.EventObserver;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The whole stack, running until it is stopped. */
@Command(
    name = "serve",
    mixinStandardHelpOptions = true,
    description =
        "Run the whole stack: put case files into the bucket by any S3 client, find determinations"
            + " in the bucket for drafts.")
final class ServeCommand implements Callable<Integer> {
  /** As often as the template has the schedule function called. */
  private static final int SCHEDULE_MINUTES = 5;

  @Spec private CommandSpec spec;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "8080",
      description = "Reserved for the HTTP API; the S3 endpoint takes the port after it (default: 8080). 0: any free port.")
  private int port;

  @Option(names = "--data", paramLabel = "DIR", description = "Keep everything in this folder (default: in memory).")
  private Optional<Path> data = Optional.empty();

  @Mixin private Placement placement;

  @Override
  public Integer call() throws InterruptedException {
    try (Cloud cloud = placement.open(data)) {
      var functions = new Functions(cloud, placement.clock(), observer());
      try (var delivery = cloud.delivery(functions.consumers());
          var schedule = schedule(functions)) {
        delivery.run();
        announce(cloud);
        untilStopped();
      }
    }
    return ExitStatus.DONE;
  }

  private EventObserver observer() {
    PrintWriter err = spec.commandLine().getErr();
    return new EventObserver() {
      @Override
      public void failed(String function, RuntimeException cause) {
        err.println("openimr: " + function + " failed and is tried again: " + cause.getMessage());
      }

      @Override
      public void gaveUp(String function) {
        err.println("openimr: " + function + " gave up on an event after its last attempt.");
      }
    };
  }

  private static ScheduledExecutorService schedule(Functions functions) {
    var handler = functions.schedule();
    var executor = Executors.newSingleThreadScheduledExecutor();
    var unused =
        executor.scheduleAtFixedRate(
            () -> handler.handleRequest(new com.amazonaws.services.lambda.runtime.events.ScheduledEvent(), context()),
            SCHEDULE_MINUTES,
            SCHEDULE_MINUTES,
            TimeUnit.MINUTES);
    return executor;
  }

  private static Context context() {
    return DeskContext.of("schedule");
  }

  private void announce(Cloud cloud) {
    PrintWriter out = spec.commandLine().getOut();
    if (cloud instanceof EmbeddedCloud embedded) {
      URI endpoint = embedded.s3(port == 0 ? 0 : port + 1);
      out.println("s3 " + endpoint);
      out.println("region us-east-1");
      out.println("access-key " + EmbeddedCloud.ACCESS_KEY);
      out.println("secret-key " + EmbeddedCloud.SECRET_KEY);
    }
    out.println("bucket " + cloud.settings().caseFiles());
    out.println("drafts " + cloud.settings().derived());
    out.println("ready");
    out.flush();
  }

  /** Returns when the process is asked to end, so that what is under way is closed in order. */
  private static void untilStopped() throws InterruptedException {
    var stopped = new CountDownLatch(1);
    var ended = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  stopped.countDown();
                }));
    stopped.await();
    ended.countDown();
  }
}
