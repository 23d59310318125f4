package org.openimr.cloud;

import java.net.URI;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.openimr.cloud.internal.awssdk.EmbeddedBlobs;
import org.openimr.cloud.internal.store.EmbeddedObjects;
import org.openimr.records.CloudFault;

/**
 * The embedded objects as an S3 service on this machine's loopback: signatures are checked, paths
 * name the bucket. Only the buckets of {@link org.openimr.records.Settings#EMBEDDED} are there.
 */
public final class S3Endpoint implements AutoCloseable {
  /** What clients sign for. */
  public static final String REGION = "us-east-1";

  private final S3Proxy server;

  private S3Endpoint(S3Proxy server) {
    this.server = server;
  }

  static S3Endpoint start(EmbeddedObjects objects, int port, String accessKey, String secretKey) {
    S3Proxy server =
        S3Proxy.builder()
            .blobStore(new EmbeddedBlobs(objects))
            .endpoint(URI.create("http://127.0.0.1:" + port))
            .awsAuthentication(AuthenticationType.AWS_V2_OR_V4, accessKey, secretKey)
            .build();
    call(
        "StartS3",
        () -> {
          server.start();
          return port;
        });
    return new S3Endpoint(server);
  }

  /** The server says of its start and stop only that they throw. */
  private static void call(String operation, Callable<Integer> call) {
    FutureTask<Integer> task = new FutureTask<>(call);
    task.run();
    try {
      task.get();
    } catch (ExecutionException e) {
      throw new CloudFault(operation, "S3_ENDPOINT", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Where it is, such as {@code http://127.0.0.1:9000}. */
  public URI uri() {
    return URI.create("http://127.0.0.1:" + server.getPort());
  }

  @Override
  public void close() {
    call(
        "StopS3",
        () -> {
          server.stop();
          return 0;
        });
  }
}
