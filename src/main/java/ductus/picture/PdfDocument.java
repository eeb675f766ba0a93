package ductus.picture;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/** A PDF 1.4 document of pages. */
public final class PdfDocument {
  private static final String DATE = "D:20260101000000Z";

  /** Resources of pages that hold vectors only. */
  public static final String NO_RESOURCES = "<< >>";

  private final String title;

  /** The objects behind the first three: pages, each before its content, and pictures. */
  private final List<String> more = new ArrayList<>();

  /** Numbers of the objects that are pages. */
  private final List<Integer> pages = new ArrayList<>();

  /** Begins a document with a title, which has no page yet. */
  public PdfDocument(String title) {
    this.title = title;
  }

  /**
   * Adds a page.
   *
   * @param width in points of 1/72 inch
   * @param height likewise
   * @param resources that the content names, as a dictionary
   * @param content operators in ASCII
   */
  public void page(double width, double height, String resources, String content) {
    int number = nextNumber();
    pages.add(number);
    more.add(
        String.format(
            Locale.ROOT,
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 %s %s] /Resources %s /Contents %s 0 R >>",
            SvgDocument.number(width),
            SvgDocument.number(height),
            resources,
            Integer.toString(number + 1)));
    more.add("<< /Length " + content.length() + " >>\nstream\n" + content + "endstream");
  }

  private int nextNumber() {
    return 4 + more.size();
  }

  /**
   * Adds a picture for some of the pages.
   *
   * @return the resources by which a page's content draws it as {@code /Picture Do}, one wide and
   *     high
   */
  public String picture(BufferedImage picture) {
    int number = nextNumber();
    String jpeg = new String(JpegPicture.jpeg(picture), StandardCharsets.ISO_8859_1);
    more.add(
        String.format(
                Locale.ROOT,
                "<< /Type /XObject /Subtype /Image /Width %d /Height %d /ColorSpace /DeviceRGB"
                    + " /BitsPerComponent 8 /Filter /DCTDecode /Length %d >>\n"
                    + "stream\n",
                picture.getWidth(),
                picture.getHeight(),
                jpeg.length())
            + jpeg
            + "\nendstream");
    return "<< /XObject << /Picture " + number + " 0 R >> >>";
  }

  /** The bytes of the file. */
  public byte[] bytes() {
    StringBuilder kids = new StringBuilder();
    pages.forEach(number -> kids.append(number).append(" 0 R "));
    List<String> objects = new ArrayList<>();
    objects.add("<< /Type /Catalog /Pages 2 0 R /ViewerPreferences << /DisplayDocTitle true >> >>");
    objects.add("<< /Type /Pages /Count " + pages.size() + " /Kids [" + kids + "] >>");
    objects.add(
        String.format(
            Locale.ROOT,
            "<< /Title %s /Producer (Ductus) /CreationDate (%s) >>",
            text(title),
            DATE));
    objects.addAll(more);

    ByteArrayOutputStream file = new ByteArrayOutputStream();
    // Bytes above 127 in the second line tell programs that the file is not text.
    file.writeBytes("%PDF-1.4\n%\u00e2\u00e3\u00cf\u00d3\n".getBytes(StandardCharsets.ISO_8859_1));
    StringBuilder offsets = new StringBuilder("0000000000 65535 f \n");
    for (int i = 0; i < objects.size(); i++) {
      offsets.append(String.format(Locale.ROOT, "%010d 00000 n \n", file.size()));
      write(file, (i + 1) + " 0 obj\n" + objects.get(i) + "\nendobj\n");
    }
    String id = id(file.toByteArray());
    int start = file.size();
    int size = objects.size() + 1;
    write(file, "xref\n0 " + size + "\n" + offsets);
    write(file, "trailer\n<< /Size " + size + " /Root 1 0 R /Info 3 0 R");
    write(file, " /ID [<" + id + "> <" + id + ">] >>\nstartxref\n" + start + "\n%%EOF\n");
    return file.toByteArray();
  }

  private static String id(byte[] content) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(content);
      return HexFormat.of().withUpperCase().formatHex(hash, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static void write(ByteArrayOutputStream file, String text) {
    file.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  private static String text(String text) {
    return "<FEFF"
        + HexFormat.of().withUpperCase().formatHex(text.getBytes(StandardCharsets.UTF_16BE))
        + ">";
  }
}
