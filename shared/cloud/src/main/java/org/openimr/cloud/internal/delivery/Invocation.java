package org.openimr.cloud.internal.delivery;

import com.amazonaws.services.lambda.runtime.ClientContext;
import com.amazonaws.services.lambda.runtime.CognitoIdentity;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openimr.cloud.EventObserver;

/** Calls functions as Lambda does: whatever they throw is a failure of the whole batch. */
public record Invocation(String function, EventObserver observer) {
  private static final int TIMEOUT_MILLIS = 900_000;
  private static final int MEMORY_MB = 2048;

  /** The answer; empty where the function threw. */
  public <I, O> Optional<O> call(RequestHandler<I, O> handler, I event) {
    try {
      return Optional.of(handler.handleRequest(event, new Invoked(function, observer)));
    } catch (RuntimeException e) {
      observer.failed(function, e);
      return Optional.empty();
    }
  }

  private record Invoked(String function, EventObserver observer, String id)
      implements Context, LambdaLogger {
    Invoked(String function, EventObserver observer) {
      this(function, observer, UUID.randomUUID().toString());
    }

    @Override
    public String getAwsRequestId() {
      return id;
    }

    @Override
    public String getLogGroupName() {
      return "/aws/lambda/" + function;
    }

    @Override
    public String getLogStreamName() {
      return "embedded";
    }

    @Override
    public String getFunctionName() {
      return function;
    }

    @Override
    public String getFunctionVersion() {
      return "$LATEST";
    }

    @Override
    public String getInvokedFunctionArn() {
      return "arn:aws:lambda:us-east-1:000000000000:function:" + function;
    }

    @Override
    public @Nullable CognitoIdentity getIdentity() {
      return null;
    }

    @Override
    public @Nullable ClientContext getClientContext() {
      return null;
    }

    @Override
    public int getRemainingTimeInMillis() {
      return TIMEOUT_MILLIS;
    }

    @Override
    public int getMemoryLimitInMB() {
      return MEMORY_MB;
    }

    @Override
    public LambdaLogger getLogger() {
      return this;
    }

    @Override
    public void log(String message) {
      observer.logged(function, message);
    }

    @Override
    public void log(byte[] message) {
      log(new String(message, StandardCharsets.UTF_8));
    }
  }
}
