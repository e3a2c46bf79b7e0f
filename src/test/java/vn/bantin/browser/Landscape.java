package vn.bantin.browser;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.Polygon;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import javax.imageio.ImageIO;

/** Painted hills, each number its own. */
final class Landscape {

  private static final int WIDTH = 640;
  private static final int HEIGHT = 360;
  private static final int HILLS = 4;

  private Landscape() {}

  /** The hills of a number as a PNG. */
  static byte[] png(int number) throws IOException {
    Random random = new Random(number);
    BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    Graphics2D canvas = image.createGraphics();
    canvas.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    float hue = random.nextFloat();
    Color zenith = Color.getHSBColor(hue, 0.35f, 0.95f);
    Color horizon = Color.getHSBColor(hue + 0.12f, 0.2f, 1f);
    canvas.setPaint(new GradientPaint(0, 0, zenith, 0, HEIGHT, horizon));
    canvas.fillRect(0, 0, WIDTH, HEIGHT);
    for (int i = 0; i < HILLS; i++) {
      canvas.setPaint(Color.getHSBColor(hue + 0.3f, 0.45f, 0.75f - 0.14f * i));
      canvas.fill(hill(random, HEIGHT / 2 + 45 * i));
    }
    canvas.dispose();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(image, "png", bytes);
    return bytes.toByteArray();
  }

  private static Polygon hill(Random random, int height) {
    double phase = random.nextDouble() * 2 * Math.PI;
    double length = 60 + random.nextInt(120);
    Polygon hill = new Polygon();
    hill.addPoint(0, HEIGHT);
    for (int x = 0; x <= WIDTH; x += 4) {
      hill.addPoint(x, height + (int) (35 * Math.sin(phase + x / length)));
    }
    hill.addPoint(WIDTH, HEIGHT);
    return hill;
  }
}
