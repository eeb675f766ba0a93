package ductus.cli.doctor;

import ductus.cli.console.Terminal;
import ductus.cli.console.Version;
import ductus.math.KernelChoice;
import ductus.math.KernelGrounds;
import ductus.model.place.ModelCatalog;
import ductus.task.registry.Tasks;
import java.lang.management.ManagementFactory;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** What of the machine and of Java concerns every command. */
final class MachineChecks {
  private static final long MEGABYTE = 1 << 20;
  private static final long LITTLE_MEMORY = 500;

  private MachineChecks() {}

  static CheckFinding ductus() throws Exception {
    String place =
        Path.of(Version.class.getProtectionDomain().getCodeSource().getLocation().toURI())
            .toString();
    return CheckFinding.ok("Ductus", Version.text() + ", " + place);
  }

  static CheckFinding java() {
    return CheckFinding.ok(
        "Java",
        String.format(
            Locale.ROOT,
            "%s, %s, %s",
            Runtime.version(),
            System.getProperty("java.vendor"),
            System.getProperty("java.home")));
  }

  static CheckFinding kernels() {
    KernelGrounds grounds;
    try {
      grounds = KernelChoice.grounds();
    } catch (IllegalArgumentException impossible) {
      return CheckFinding.missing(
          "Kernels", String.valueOf(impossible.getMessage()), "leave out what asks for them");
    }
    String description = KernelChoice.best().description();
    return switch (grounds) {
      case VECTORS -> CheckFinding.ok("Kernels", description);
      case CHOSEN -> CheckFinding.ok("Kernels", description + ", as asked for");
      case NO_VECTOR_MODULE ->
          CheckFinding.optional(
              "Kernels",
              description + ", slow: this Java lacks the module jdk.incubator.vector",
              "take a JDK or JRE that has it, such as one from https://adoptium.net, and start"
                  + " Ductus by its launcher or with java -jar");
      case NO_FUSED_MULTIPLY_ADD ->
          CheckFinding.optional(
              "Kernels",
              description + ", slow: this processor lacks fused multiply-add",
              "train on another machine");
    };
  }

  static CheckFinding processor() {
    return CheckFinding.ok(
        "Processor",
        String.format(
            Locale.ROOT,
            "%d cores, %s",
            Runtime.getRuntime().availableProcessors(),
            System.getProperty("os.arch")));
  }

  static CheckFinding memory() {
    long most = Runtime.getRuntime().maxMemory() / MEGABYTE;
    long all =
        ManagementFactory.getOperatingSystemMXBean()
                instanceof com.sun.management.OperatingSystemMXBean system
            ? system.getTotalMemorySize() / MEGABYTE
            : 0;
    String found = String.format(Locale.ROOT, "%,d MB for Java", most);
    if (all > 0) {
      found += String.format(Locale.ROOT, " of %,d MB", all);
    }
    return most < LITTLE_MEMORY
        ? CheckFinding.optional(
            "Memory", found, "training may not fit; give Java more: JAVA_TOOL_OPTIONS=-Xmx2g")
        : CheckFinding.ok("Memory", found);
  }

  static CheckFinding models() {
    List<String> shipped = Tasks.shipped();
    List<String> absent =
        shipped.stream()
            .filter(
                name ->
                    MachineChecks.class.getResource(
                            "/ductus/models/" + name + "/" + ModelCatalog.MODEL)
                        == null)
            .toList();
    return absent.isEmpty()
        ? CheckFinding.ok("Models", shipped.size() + " ship")
        : CheckFinding.missing(
            "Models", "without " + String.join(", ", absent), "install Ductus again");
  }

  static CheckFinding terminal() {
    String names = System.getProperty("sun.jnu.encoding", "");
    String out = System.getProperty("stdout.encoding", Charset.defaultCharset().name());
    String found =
        String.format(
            Locale.ROOT,
            "%s, %s%s",
            Terminal.isStandardOutput() ? "yes" : "no: this goes to a file or a pipe",
            out,
            names.equalsIgnoreCase(out) ? "" : ", names of files in " + names);
    boolean unicode =
        names.toUpperCase(Locale.ROOT).startsWith("UTF")
            || System.getProperty("os.name", "").startsWith("Windows");
    return unicode
        ? CheckFinding.ok("Terminal", found)
        : CheckFinding.optional(
            "Terminal",
            found,
            "files whose names have accents cannot be named; set LC_ALL=C.UTF-8 (the launcher"
                + " does)");
  }

  /** Letters are strokes, and those on charts too. */
  static CheckFinding fonts() {
    return CheckFinding.ok("Fonts", "none are needed");
  }
}
