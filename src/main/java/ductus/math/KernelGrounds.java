package ductus.math;

/** Why the kernels that compute are those that they are. */
public enum KernelGrounds {
  /** The vector kernels: their module and fused multiply-add are there. */
  VECTORS(""),

  /** The plain kernels, since somebody asked for them. */
  CHOSEN("EJML's products compute, as asked for: slower than vectors, and with other last bits"),

  /** The plain kernels, since Java has no Vector API, or was started without it. */
  NO_VECTOR_MODULE(
      "This Java lacks the Vector API (jdk.incubator.vector): plain EJML kernels compute, far"
          + " slower and with other last bits"),

  /** The plain kernels, since vectors without fused multiply-add would be slower still. */
  NO_FUSED_MULTIPLY_ADD(
      "This processor lacks fused multiply-add: plain EJML kernels compute, slower and with other"
          + " last bits");

  private final String notice;

  KernelGrounds(String notice) {
    this.notice = notice;
  }

  /** Whether the plain kernels compute although nobody asked for them. */
  public boolean isFallback() {
    return this == NO_VECTOR_MODULE || this == NO_FUSED_MULTIPLY_ADD;
  }

  /** What the user should know of it, in one line; empty where the fast kernels compute. */
  public String notice() {
    return notice;
  }
}
