package org.openimr.local;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.openimr.api.ApiKeys;
import org.openimr.cloud.Cloud;
import org.openimr.cloud.EmbeddedCloud;
import org.openimr.cloud.EventObserver;
import org.openimr.cloud.S3Endpoint;
import org.openimr.records.CloudFault;
import org.openimr.records.Presigner;
import org.openimr.schedule.ScheduleHandler;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The whole stack, running until it is stopped. */
@Command(
    name = "serve",
    mixinStandardHelpOptions = true,
    description =
        "Run the whole stack: the HTTP API, and an S3 endpoint to put case files into the bucket by"
            + " any S3 client and to find determinations in the bucket for drafts.",
    footerHeading = "%nPrinted, one a line, each a name and its value:%n",
    footer = {
      "  api         URL of the HTTP API, on this machine only; tokens by openimr token",
      "  s3          URL of the S3 endpoint, on this machine only; address buckets by path",
      "  bucket      case files go here, under incoming/",
      "  drafts      determinations come here, under <case number>/r<revision>/proposed/",
      "  region      what clients sign for",
      "  access-key  what clients sign with",
      "  secret-key  what clients sign with",
      "  ROLE        for each role a command to begin with",
      "  ready       the last line: files are taken from now on",
      "It runs until it is stopped (Ctrl-C, or TERM).",
      "Exit status 3: the folder is in use by another process, or the port is taken."
    })
final class ServeCommand implements Callable<Integer> {
  /** As often as the template has the schedule function called. */
  private static final int SCHEDULE_MINUTES = 1;

  /** The S3 endpoint takes the port after it. */
  private static final int LAST_PORT = 65_534;

  /** Keys of an endpoint that listens on this machine only. */
  private static final String ACCESS_KEY = "openimr";

  private static final String SECRET_KEY = "openimr-local";

  @Spec private CommandSpec spec;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "8080",
      description =
          "Port of the HTTP API; the S3 endpoint takes the port after it (default: 8080). 0: any"
              + " free port.")
  private int port;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Keep everything in this folder (default: in memory).")
  private Optional<Path> data = Optional.empty();

  @Mixin private Placement placement;

  @Override
  public Integer call() throws InterruptedException {
    if (port < 0 || port > LAST_PORT) {
      throw new ParameterException(
          spec.commandLine(), "--port is 0, or a port with one after it: 1 to " + LAST_PORT + ".");
    }
    var closed = new CountDownLatch(1);
    try (Cloud cloud = placement.open(data)) {
      run(cloud, closed);
    } finally {
      closed.countDown();
    }
    return ExitStatus.DONE;
  }

  private void run(Cloud cloud, CountDownLatch closed) throws InterruptedException {
    var functions = new Functions(cloud, placement.clock(), observer());
    try (var delivery = cloud.delivery(functions.consumers());
        var schedule = schedule(functions.schedule(ToldChanges.in(data)))) {
      delivery.run();
      if (cloud instanceof EmbeddedCloud embedded) {
        try (var s3 = endpoint(embedded)) {
          serve(functions, cloud, Optional.of(s3), closed);
        }
      } else {
        serve(functions, cloud, Optional.empty(), closed);
      }
      schedule.shutdownNow();
    }
  }

  private void serve(
      Functions functions, Cloud cloud, Optional<S3Endpoint> s3, CountDownLatch closed)
      throws InterruptedException {
    var issuer = EmbeddedIssuer.of(data);
    try (var presigner = presigner(s3);
        var api =
            HttpEndpoint.start(
                port,
                functions.api(new ApiKeys(issuer.trust(), presigner, issuer.cursorSecret())),
                issuer,
                observer())) {
      announce(cloud, api, s3);
      untilStopped(closed);
    }
  }

  private Presigner presigner(Optional<S3Endpoint> s3) {
    return s3.map(endpoint -> Presigner.at(endpoint.uri(), ACCESS_KEY, SECRET_KEY))
        .orElseGet(() -> Presigner.at(placement.emulator().orElseThrow(), "test", "test"));
  }

  private S3Endpoint endpoint(EmbeddedCloud cloud) {
    int own = port == 0 ? 0 : port + 1;
    try {
      return cloud.s3(own, ACCESS_KEY, SECRET_KEY);
    } catch (CloudFault e) {
      throw new CloudFault(
          "port " + own + " cannot be listened on", String.valueOf(e.getMessage()), e);
    }
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

  private static ScheduledExecutorService schedule(ScheduleHandler handler) {
    var executor = Executors.newSingleThreadScheduledExecutor();
    var _ =
        executor.scheduleAtFixedRate(
            () -> handler.handleRequest(Map.of(), null),
            SCHEDULE_MINUTES,
            SCHEDULE_MINUTES,
            TimeUnit.MINUTES);
    return executor;
  }

  private void announce(Cloud cloud, HttpEndpoint api, Optional<S3Endpoint> s3) {
    PrintWriter out = spec.commandLine().getOut();
    out.println("api " + api.uri());
    s3.ifPresent(endpoint -> out.println("s3 " + endpoint.uri()));
    out.println("bucket " + cloud.settings().caseFiles());
    out.println("drafts " + cloud.settings().derived());
    s3.ifPresent(
        endpoint -> {
          out.println("region " + S3Endpoint.REGION);
          out.println("access-key " + ACCESS_KEY);
          out.println("secret-key " + SECRET_KEY);
        });
    FirstSteps.of(api.uri(), data).forEach((role, step) -> out.println(role + " " + step));
    out.println("ready");
    out.flush();
  }

  /**
   * Returns when the process is asked to end; the hook keeps the process until what is open was
   * closed in order.
   */
  private static void untilStopped(CountDownLatch closed) throws InterruptedException {
    var asked = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  asked.countDown();
                  awaitClosed(closed);
                }));
    asked.await();
  }

  private static void awaitClosed(CountDownLatch closed) {
    try {
      closed.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
