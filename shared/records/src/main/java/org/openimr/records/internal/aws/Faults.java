package org.openimr.records.internal.aws;

import java.util.Optional;
import java.util.function.Supplier;
import org.openimr.records.CloudFault;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/** What the SDK throws, as the one fault that callers know. */
public final class Faults {
  private Faults() {}

  /** Calls a service, after the SDK's own retries. */
  public static <T> T call(String operation, Supplier<T> call) {
    try {
      return call.get();
    } catch (SdkException e) {
      throw fault(operation, e);
    }
  }

  /** The fault of an operation. */
  public static CloudFault fault(String operation, SdkException cause) {
    return new CloudFault(operation, code(cause), cause);
  }

  /**
   * The service's error code; without an answer, the names of what the SDK threw and of what it
   * rests on. Their messages stay out: they may hold keys of objects.
   */
  public static String code(SdkException cause) {
    Optional<String> code =
        cause instanceof AwsServiceException answered
            ? Optional.ofNullable(answered.awsErrorDetails()).map(AwsErrorDetails::errorCode)
            : Optional.empty();
    return code.orElseGet(() -> names(cause));
  }

  private static String names(SdkException thrown) {
    Throwable root = thrown;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    String name = thrown.getClass().getSimpleName();
    return root.equals(thrown) ? name : name + "/" + root.getClass().getSimpleName();
  }
}
