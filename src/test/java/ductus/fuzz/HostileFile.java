package ductus.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A file that was made to do harm: small, but claiming, nesting or unpacking to much, or leading
 * elsewhere.
 *
 * @param name of what it tries
 * @param content of it
 */
record HostileFile(String name, String content) {
  private static final int MANY = 100_000;
  private static final long UNPACKED = 200L << 20;

  static HostileFile of(String name, byte[] bytes) {
    return new HostileFile(name, new String(bytes, StandardCharsets.ISO_8859_1));
  }

  byte[] bytes() {
    return content.getBytes(StandardCharsets.ISO_8859_1);
  }

  @Override
  public String toString() {
    return name;
  }

  /**
   * All of them.
   *
   * @param secret a file that entities name
   * @param port of this machine that entities name, where nobody may call
   */
  static List<HostileFile> all(Path secret, int port) throws IOException {
    List<HostileFile> all = new ArrayList<>(texts());
    for (String root :
        List.of("svg", "ink", "score-partwise", "xournal", "WhiteboardCaptureSession")) {
      all.addAll(xml(root, secret, port));
    }
    all.addAll(references());
    all.addAll(packed());
    all.addAll(binary());
    return all;
  }

  private static List<HostileFile> texts() {
    String open = "[".repeat(MANY);
    return List.of(
        new HostileFile("JSON: lists in lists", open),
        new HostileFile("JSON: objects in objects", "{\"a\":".repeat(MANY)),
        new HostileFile("JSON: lists in a field", "{\"runs\": " + open + "]".repeat(MANY) + "}"),
        new HostileFile("JSON: long number", "{\"pages\": [" + "9".repeat(1_000_000) + "]}"),
        new HostileFile(
            "JSON: large exponent", "{\"format\": 1e999999999, \"train\": [[[1e9999]]]}"),
        new HostileFile("JSON: wide list", "{\"train\": [" + "[],".repeat(MANY) + "[]]}"),
        new HostileFile("text: parentheses", "X:1\nK:C\n" + "(".repeat(MANY)),
        new HostileFile("text: braces", "{".repeat(MANY)),
        new HostileFile("text: one token", "C".repeat(MANY)),
        new HostileFile("text: one number", "9".repeat(MANY)),
        new HostileFile("text: many tokens", "C5q ".repeat(MANY)),
        new HostileFile("text: tuplets", "X:1\nK:C\n" + "(9:9:9".repeat(MANY / 4) + "C"),
        new HostileFile("text: long note", "X:1\nL:1/1\nK:C\nC99999999999999 C9999999\n"),
        new HostileFile("text: quotes", "a,b\n" + "\"\"\"".repeat(MANY)),
        new HostileFile("text: wide row", ",".repeat(MANY) + "\n" + ",".repeat(MANY)),
        new HostileFile("text: empty rows", "a,b\n" + "\n".repeat(MANY)),
        new HostileFile("path: large steps", "M0 0" + "a1e9 1e9 0 0 1 1 1e9".repeat(40)),
        new HostileFile("path: curves", "M0 0" + "C1e9,1e9 -1e9,1e9 5,6".repeat(400)),
        new HostileFile("plot: arcs", "G21\nG90\n" + "G2 X1 Y1 I1e9 J1e9\n".repeat(400)),
        new HostileFile(
            "unipen: itself", ".VERSION 1\n.INCLUDE a.dat\n.INCLUDE ../../../etc/passwd\n"));
  }

  private static List<HostileFile> xml(String root, Path secret, int port) {
    String laughs =
        """
        <!DOCTYPE %1$s [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">
        <!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;">
        <!ENTITY e "&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;"><!ENTITY f "&e;&e;&e;&e;&e;&e;&e;&e;&e;&e;">
        <!ENTITY g "&f;&f;&f;&f;&f;&f;&f;&f;&f;&f;"><!ENTITY h "&g;&g;&g;&g;&g;&g;&g;&g;&g;&g;">
        <!ENTITY i "&h;&h;&h;&h;&h;&h;&h;&h;&h;&h;">]>
        <%1$s><text>&i;</text></%1$s>
        """
            .formatted(root);
    String file = secret.toUri().toString();
    String web = "http://127.0.0.1:" + port + "/x.dtd";
    String entity = "<!DOCTYPE %1$s [<!ENTITY x SYSTEM \"%2$s\">]><%1$s><text>&x;</text></%1$s>";
    String parameter =
        "<!DOCTYPE %1$s [<!ENTITY %% x SYSTEM \"%2$s\"> %%x;]><%1$s><text>a</text></%1$s>";
    String fetched = "<!DOCTYPE %1$s SYSTEM \"%2$s\"><%1$s><text>a</text></%1$s>";
    String included =
        "<%1$s xmlns:xi=\"http://www.w3.org/2001/XInclude\"><xi:include href=\"%2$s\"/></%1$s>";
    String schema =
        "<%1$s xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
            + " xsi:schemaLocation=\"a %2$s\" xsi:noNamespaceSchemaLocation=\"%2$s\"/>";
    List<HostileFile> all = new ArrayList<>();
    for (String where : List.of(file, web)) {
      for (String form : List.of(entity, parameter, fetched, included, schema)) {
        all.add(new HostileFile("XML: fetches", form.formatted(root, where)));
      }
    }
    all.add(new HostileFile("XML: laughs", laughs));
    all.add(
        new HostileFile(
            "XML: large entity",
            "<!DOCTYPE %1$s [<!ENTITY a \"%2$s\">]><%1$s><text>%3$s</text></%1$s>"
                .formatted(root, "a".repeat(100_000), "&a;".repeat(10_000))));
    String open = "<" + root + ">";
    all.add(new HostileFile("XML: deep", open.repeat(MANY)));
    all.add(new HostileFile("XML: deep groups", open + "<g>".repeat(MANY) + "</g>".repeat(MANY)));
    all.add(new HostileFile("XML: wide", open + "<g/>".repeat(MANY) + "</" + root + ">"));
    all.add(new HostileFile("XML: attributes", "<" + root + attributes() + "/>"));
    all.add(new HostileFile("XML: long name", "<" + root + " " + "a".repeat(1_000_000) + "=''/>"));
    return all;
  }

  /** What refers to itself, or to much, again and again. */
  private static List<HostileFile> references() {
    StringBuilder uses = new StringBuilder("<svg xmlns:xlink='http://www.w3.org/1999/xlink'>");
    for (int i = 0; i < 40; i++) {
      String next = "<use href='#g%1$d' xlink:href='#g%1$d'/>".formatted(i + 1);
      uses.append("<g id='g%d'>".formatted(i)).append(next.repeat(10)).append("</g>");
    }
    uses.append("<g id='g40'><path d='M0 0L1 1'/></g><use href='#g0' xlink:href='#g0'/></svg>");
    StringBuilder chain = new StringBuilder("<ink><trace id='t0'>0 0, 1 1</trace>");
    StringBuilder views = new StringBuilder("<ink><traceGroup id='all'>");
    for (int i = 1; i < 20_000; i++) {
      chain.append(
          "<trace id='t%d' continuation='middle' priorRef='#t%d'>1 2</trace>".formatted(i, i - 1));
      views.append("<trace id='t").append(i).append("'>1 2</trace>");
    }
    views.append("</traceGroup>").append("<traceView traceDataRef='#all'/>".repeat(20_000));
    String itself =
        "<ink><traceView id='a' traceDataRef='#a'/><trace id='b' priorRef='#b'>1 2</trace></ink>";
    return List.of(
        new HostileFile("SVG: uses", uses.toString()),
        new HostileFile("SVG: uses itself", "<svg><g id='a'><use href='#a'/></g></svg>"),
        new HostileFile("InkML: continued", chain + "</ink>"),
        new HostileFile("InkML: views", views + "</ink>"),
        new HostileFile("InkML: itself", itself));
  }

  private static String attributes() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 50_000; i++) {
      text.append(" a").append(i).append("=''");
    }
    return text.toString();
  }

  private static List<HostileFile> packed() throws IOException {
    ByteArrayOutputStream gzip = new ByteArrayOutputStream();
    try (OutputStream packed = new GZIPOutputStream(gzip)) {
      packed.write(latin("<?xml version='1.0'?><xournal>"));
      zeros(packed);
    }
    List<HostileFile> all = new ArrayList<>();
    all.add(of("gzip: bomb", gzip.toByteArray()));
    all.add(of("zip: bomb", zip("a.xml", UNPACKED, 1)));
    all.add(of("zip: bomb as container", zip("META-INF/container.xml", UNPACKED, 1)));
    all.add(of("zip: many files", zip("a.xml", 0, 20_000)));
    for (String name : List.of("../a.xml", "/a.xml", "C:\\a.xml", "a/../../b.xml", "..\\a.xml")) {
      all.add(of("zip: leads out", zip(name, 10, 1)));
    }
    byte[] lie = zip("a.xml", 100, 1);
    // The sizes of the entry in the directory at the archive's end.
    int directory = new String(lie, StandardCharsets.ISO_8859_1).indexOf("PK\u0001\u0002");
    ByteBuffer.wrap(lie).order(ByteOrder.LITTLE_ENDIAN).putInt(directory + 24, 0x7FFFFFF0);
    all.add(of("zip: says that it is large", lie));
    return all;
  }

  private static byte[] zip(String name, long zeros, int entries) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (int i = 0; i < entries; i++) {
        zip.putNextEntry(new ZipEntry(i == 0 ? name : i + name));
        if (zeros == UNPACKED) {
          zeros(zip);
        } else {
          zip.write(new byte[(int) zeros]);
        }
      }
    }
    return bytes.toByteArray();
  }

  private static void zeros(OutputStream out) throws IOException {
    byte[] megabyte = new byte[1 << 20];
    for (long written = 0; written < UNPACKED; written += megabyte.length) {
      out.write(megabyte);
    }
  }

  private static List<HostileFile> binary() throws IOException {
    List<HostileFile> all = new ArrayList<>();
    for (long length : new long[] {-1, 1L << 62, Long.MAX_VALUE, 1L << 31, 0x7FFFFFF0, 100}) {
      all.add(of("safetensors: header of " + length, tensors(length, "{}")));
    }
    String huge = "{\"a\":{\"dtype\":\"F32\",\"shape\":[%s],\"data_offsets\":[0,%s]}}";
    for (String shape :
        List.of("2147483647,0", "46341,46341", "1e9,1e9", "-1,-4", "0,2147483647")) {
      for (String end : List.of("0", "9223372036854775807", "1e999999999", "-1", "4")) {
        String header = huge.formatted(shape, end);
        all.add(of("safetensors: " + shape + " to " + end, tensors(header.length(), header)));
      }
    }
    String deep = "{\"__metadata__\":{\"ductus\":" + "[".repeat(MANY) + "}}";
    all.add(of("safetensors: deep", tensors(deep.length(), deep)));
    for (int length : new int[] {-1, Integer.MAX_VALUE, Integer.MIN_VALUE, 0x7FFFFFF0, 0}) {
      all.add(of("WAV: data of " + length, wave("WAVE", "fmt ", 16, length)));
      all.add(of("WAV: format of " + length, wave("WAVE", "fmt ", length, 8)));
      all.add(of("SF2: list of " + length, wave("sfbk", "LIST", length, length)));
      all.add(of("MIDI: track of " + length, midi(length, 480, new byte[] {0, -1, 0x2F, 0})));
      all.add(of("MIDI: text of " + length, midi(8, 480, meta(length))));
    }
    byte[] late = new byte[8 * 2000];
    for (int i = 0; i < late.length; i += 8) {
      System.arraycopy(new byte[] {-1, -1, -1, 127, (byte) 0x90, 60, 60, 0}, 0, late, i, 7);
      late[i + 7] = 0;
    }
    all.add(of("MIDI: long silence", midi(late.length, 1, late)));
    all.add(of("MIDI: no division", midi(4, 0, new byte[] {0, -1, 0x2F, 0})));
    all.add(of("PNG: large", png(100_000, 100_000, 0)));
    all.add(of("PNG: claims a long part", png(10, 10, Integer.MAX_VALUE)));
    all.add(of("PNG: text that unpacks", pngText()));
    return all;
  }

  private static byte[] tensors(long length, String header) {
    ByteBuffer bytes = ByteBuffer.allocate(8 + header.length()).order(ByteOrder.LITTLE_ENDIAN);
    return bytes.putLong(length).put(latin(header)).array();
  }

  private static byte[] wave(String kind, String part, int length, int data) {
    ByteBuffer bytes = ByteBuffer.allocate(60).order(ByteOrder.LITTLE_ENDIAN);
    bytes.put(latin("RIFF")).putInt(52).put(latin(kind)).put(latin(part)).putInt(length);
    bytes.putShort((short) 1).putShort((short) 1).putInt(8000).putInt(16_000);
    bytes.putShort((short) 2).putShort((short) 16).put(latin("data")).putInt(data);
    return bytes.array();
  }

  private static byte[] midi(int length, int division, byte[] events) {
    ByteBuffer bytes = ByteBuffer.allocate(22 + events.length);
    bytes.put(latin("MThd")).putInt(6).putShort((short) 1).putShort((short) 1);
    bytes.putShort((short) division).put(latin("MTrk")).putInt(length).put(events);
    return bytes.array();
  }

  private static byte[] meta(int length) {
    byte low = (byte) (length & 0x7F);
    return new byte[] {0, -1, 1, (byte) (length >> 21 | 0x80), -1, -1, low, 0};
  }

  private static byte[] png(int width, int height, int claimed) throws IOException {
    ByteBuffer header = ByteBuffer.allocate(13).putInt(width).putInt(height);
    header.put((byte) 8).put((byte) 3);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10});
    part(bytes, "IHDR", header.array(), 13);
    part(bytes, "PLTE", new byte[3], 3);
    part(bytes, "tEXt", new byte[20], claimed == 0 ? 20 : claimed);
    part(bytes, "IDAT", new byte[20], 20);
    return bytes.toByteArray();
  }

  private static byte[] pngText() throws IOException {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    text.write(new byte[] {'a', 0, 0});
    try (OutputStream deflated = new DeflaterOutputStream(text)) {
      zeros(deflated);
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    byte[] plain = png(10, 10, 0);
    int data = new String(plain, StandardCharsets.ISO_8859_1).indexOf("IDAT") - 4;
    bytes.write(plain, 0, data);
    part(bytes, "zTXt", text.toByteArray(), text.size());
    bytes.write(plain, data, plain.length - data);
    return bytes.toByteArray();
  }

  private static void part(ByteArrayOutputStream to, String type, byte[] content, int length)
      throws IOException {
    CRC32 sum = new CRC32();
    sum.update(latin(type));
    sum.update(content);
    to.write(ByteBuffer.allocate(4).putInt(length).array());
    to.write(latin(type));
    to.write(content);
    to.write(ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
  }

  private static byte[] latin(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
