package org.openimr.cloud;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;

/**
 * The function that reads the queue of uploads.
 *
 * @param name of the function
 * @param handler called with up to ten messages, never twice at once
 */
public record QueueConsumer(String name, RequestHandler<SQSEvent, SQSBatchResponse> handler) {}
