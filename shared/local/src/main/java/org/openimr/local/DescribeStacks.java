package org.openimr.local;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import org.openimr.records.Clients;
import org.openimr.records.CloudFault;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignedRequest;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;

/**
 * Asks CloudFormation for the outputs of a stack, by the one call of its Query API that is needed:
 * the SDK's module for it would add 6 MB for this call. Signed by the SDK's signer.
 */
final class DescribeStacks {
  private static final String OPERATION = "DescribeStacks";
  private static final String VERSION = "2010-05-15";

  /** A stack has at most 200 outputs of 4 KB each. */
  private static final int MOST_BYTES = 1 << 20;

  private final URI endpoint;
  private final Region region;
  private final AwsCredentialsProvider credentials;

  DescribeStacks(URI endpoint, Region region, AwsCredentialsProvider credentials) {
    this.endpoint = endpoint;
    this.region = region;
    this.credentials = credentials;
  }

  /**
   * On AWS, with region and credentials of the SDK's default chains; at the emulator that {@code
   * AWS_ENDPOINT_URL} names, as the clients of the stack's table and buckets.
   */
  static DescribeStacks by(Map<String, String> environment) {
    Region region = region();
    URI endpoint =
        Optional.ofNullable(environment.get("AWS_ENDPOINT_URL"))
            .filter(url -> !url.isBlank())
            .map(URI::create)
            .orElseGet(() -> service(region));
    return new DescribeStacks(endpoint, region, DefaultCredentialsProvider.builder().build());
  }

  private static Region region() {
    try {
      return DefaultAwsRegionProviderChain.builder().build().getRegion();
    } catch (SdkException e) {
      throw new CloudFault(OPERATION, "no region is set (AWS_REGION, or the profile's)", e);
    }
  }

  private static URI service(Region region) {
    String suffix =
        Optional.ofNullable(region.metadata())
            .map(metadata -> metadata.partition().dnsSuffix())
            .orElse("amazonaws.com");
    return URI.create("https://cloudformation.%s.%s/".formatted(region.id(), suffix));
  }

  /**
   * The outputs of a stack by name.
   *
   * @throws CloudFault if there is no such stack, or none that these credentials may see
   */
  Map<String, String> outputs(String stack) {
    try (SdkHttpClient http = client()) {
      StackAnswer answer = call(http, stack);
      if (answer.errorCode().isPresent()) {
        String code = answer.errorCode().get();
        throw new CloudFault(
            OPERATION, "stack " + stack + ": " + code, new IllegalStateException(code));
      }
      return answer.outputs();
    } catch (SdkException e) {
      throw new CloudFault(OPERATION, "no credentials were found", e);
    } catch (IOException e) {
      throw new CloudFault(OPERATION, "no answer", e);
    } catch (XMLStreamException e) {
      throw new CloudFault(OPERATION, "an answer that is no XML", e);
    }
  }

  private static SdkHttpClient client() {
    return UrlConnectionHttpClient.builder()
        .connectionTimeout(Clients.CONNECT_TIMEOUT)
        .socketTimeout(Clients.READ_TIMEOUT)
        .build();
  }

  private StackAnswer call(SdkHttpClient http, String stack)
      throws IOException, XMLStreamException {
    SignedRequest signed = signed(stack);
    HttpExecuteResponse answer =
        http.prepareRequest(
                HttpExecuteRequest.builder()
                    .request(signed.request())
                    .contentStreamProvider(signed.payload().orElseThrow())
                    .build())
            .call();
    try (InputStream body =
        answer.responseBody().orElseGet(() -> AbortableInputStream.createEmpty())) {
      return StackAnswer.of(new ByteArrayInputStream(body.readNBytes(MOST_BYTES)));
    }
  }

  private SignedRequest signed(String stack) {
    String form =
        "Action=%s&Version=%s&StackName=%s"
            .formatted(OPERATION, VERSION, URLEncoder.encode(stack, StandardCharsets.UTF_8));
    SdkHttpRequest request =
        SdkHttpRequest.builder()
            .method(SdkHttpMethod.POST)
            .uri(endpoint)
            .putHeader("Content-Type", "application/x-www-form-urlencoded; charset=utf-8")
            .putHeader("Content-Length", Integer.toString(form.length()))
            .build();
    var identity = credentials.resolveCredentials();
    return AwsV4HttpSigner.create()
        .sign(
            sign ->
                sign.identity(identity)
                    .request(request)
                    .payload(ContentStreamProvider.fromUtf8String(form))
                    .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "cloudformation")
                    .putProperty(AwsV4HttpSigner.REGION_NAME, region.id()));
  }
}
