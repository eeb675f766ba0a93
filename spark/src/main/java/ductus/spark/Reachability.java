package ductus.spark;

import ductus.cluster.ClusterException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.util.Arrays;
import java.util.List;

/**
 * Whether anything answers where a standalone master should be. Spark would try three times, for
 * twenty seconds each.
 */
final class Reachability {
  private static final String STANDALONE = "spark://";
  private static final int MOST_MILLIS = 5_000;

  private Reachability() {}

  /** Checks a master's address; those of other managers are left to Spark. */
  static void check(String master) throws ClusterException {
    if (!master.startsWith(STANDALONE)) {
      return;
    }
    List<String> places = Arrays.asList(master.substring(STANDALONE.length()).split(",", -1));
    String reason = "";
    for (String place : places) {
      try {
        reach(place, master);
        return;
      } catch (IOException none) {
        reason = String.valueOf(none.getMessage());
      }
    }
    throw new ClusterException(
        "no Spark master answers at "
            + master
            + " ("
            + reason
            + "); check host and port, or start one here with './ductus spark cluster start'");
  }

  private static void reach(String place, String master) throws ClusterException, IOException {
    URI address;
    try {
      address = URI.create(STANDALONE + place);
    } catch (IllegalArgumentException e) {
      throw wrong(master);
    }
    if (address.getHost() == null || address.getPort() < 1) {
      throw wrong(master);
    }
    try (Socket socket = new Socket()) {
      InetSocketAddress where = new InetSocketAddress(address.getHost(), address.getPort());
      if (where.isUnresolved()) {
        throw new IOException("there is no host " + address.getHost());
      }
      socket.connect(where, MOST_MILLIS);
    }
  }

  private static ClusterException wrong(String master) {
    return new ClusterException("--master must be like spark://host:7077 but was " + master);
  }
}
