package ductus.spark.training;

import java.io.IOException;
import java.util.List;
import org.apache.spark.SecurityManager;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkEnv;
import org.apache.spark.network.TransportContext;
import org.apache.spark.network.client.TransportClient;
import org.apache.spark.network.client.TransportClientBootstrap;
import org.apache.spark.network.client.TransportClientFactory;
import org.apache.spark.network.crypto.AuthClientBootstrap;
import org.apache.spark.network.crypto.AuthServerBootstrap;
import org.apache.spark.network.netty.SparkTransportConf;
import org.apache.spark.network.server.RpcHandler;
import org.apache.spark.network.server.TransportServer;
import org.apache.spark.network.server.TransportServerBootstrap;
import org.apache.spark.network.util.TransportConf;
import scala.Option;

/**
 * One process's place on the network, by Spark's own transport: as authenticated and encrypted as
 * the application's other traffic is.
 */
final class RankTransport implements AutoCloseable {
  /** Prefix of settings, as in {@code spark.ductus.io.serverThreads}. */
  private static final String MODULE = "ductus";

  private final String host;
  private final TransportContext context;
  private final TransportServer server;
  private final TransportClientFactory clients;

  /**
   * Listens.
   *
   * @param host name of this machine on the network
   * @param bindAddress that it listens at
   * @param handler of what arrives
   */
  RankTransport(String host, String bindAddress, RpcHandler handler) {
    this.host = host;
    SparkEnv env = SparkEnv.get();
    SparkConf conf = env.conf();
    SecurityManager security = env.securityManager();
    TransportConf transport =
        SparkTransportConf.fromSparkConf(
            conf, MODULE, 1, Option.empty(), Option.apply(security.getRpcSSLOptions()));
    context = new TransportContext(transport, handler);
    List<TransportServerBootstrap> serverSide = List.of();
    List<TransportClientBootstrap> clientSide = List.of();
    if (security.isAuthenticationEnabled()) {
      serverSide = List.of(new AuthServerBootstrap(transport, security));
      clientSide = List.of(new AuthClientBootstrap(transport, conf.getAppId(), security));
    }
    server = context.createServer(bindAddress, 0, serverSide);
    clients = context.createClientFactory(clientSide);
  }

  /** Where others reach it: {@code host:port}. */
  String address() {
    return host + ":" + server.getPort();
  }

  /**
   * Connects to another.
   *
   * @param address as {@link #address} gives it
   */
  TransportClient connect(String address) throws IOException, InterruptedException {
    int colon = address.lastIndexOf(':');
    return clients.createClient(
        address.substring(0, colon), Integer.parseInt(address.substring(colon + 1)));
  }

  @Override
  public void close() {
    clients.close();
    server.close();
    context.close();
  }
}
