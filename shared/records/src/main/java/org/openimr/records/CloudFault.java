package org.openimr.records;

/**
 * A service did not do what it was asked, for now: throttled, failed, or without an answer. Always
 * means "retry"; its message has the operation and the service's error code, never a key or
 * content.
 */
public final class CloudFault extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** A fault of an operation, such as {@code GetItem}, with the service's code. */
  public CloudFault(String operation, String code, Throwable cause) {
    super(operation + ": " + code, cause);
  }
}
