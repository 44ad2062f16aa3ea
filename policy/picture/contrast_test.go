package picture_test

import (
	"math"
	"strconv"
	"testing"

	"github.com/slaclock/slaclock/policy/picture"
)

// luminance is that of WCAG 2.
func luminance(t *testing.T, colour string) float64 {
	if len(colour) != 7 || colour[0] != '#' {
		t.Fatalf("colour %q", colour)
	}
	var sum float64
	for i, weight := range []float64{0.2126, 0.7152, 0.0722} {
		n, err := strconv.ParseUint(colour[1+2*i:3+2*i], 16, 8)
		if err != nil {
			t.Fatal(err)
		}
		c := float64(n) / 255
		if c <= 0.04045 {
			c /= 12.92
		} else {
			c = math.Pow((c+0.055)/1.055, 2.4)
		}
		sum += weight * c
	}
	return sum
}

func contrast(t *testing.T, a, b string) float64 {
	x, y := luminance(t, a), luminance(t, b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

func TestContrast(t *testing.T) {
	light, dark := map[string]string{}, map[string]string{}
	for _, p := range picture.Paints() {
		light[p.Selector+" "+p.Property], dark[p.Selector+" "+p.Property] = p.Light, p.Dark
	}
	if got := contrast(t, "#000000", "#ffffff"); math.Abs(got-21) > 0.001 {
		t.Fatalf("black on white is %v, want 21", got)
	}
	tests := []struct {
		front, back string
		least       float64
	}{
		{"text fill", ".bg fill", 7},
		{".m fill", ".bg fill", 4.5},
		{"text fill", ".o fill", 4.5}, // open throughout
		{".i fill", ".r fill", 4.5},   // the number of a step that was reached
		{"text fill", ".y1 fill", 4.5},
		{"text fill", ".k stroke", 7}, // a halo looks like what is behind
		// What is not text, but has to be seen.
		{".r fill", ".bg fill", 3},
		{".a stroke", ".bg fill", 3},
		{".w stroke", ".bg fill", 3},
		{".pp stroke", ".pw fill", 3},
		{".pv stroke", ".pw fill", 3},
		{".pq fill", ".pw fill", 3},
		{".v stroke", ".bg fill", 3},
		{".d fill", ".bg fill", 3},
		{".d fill", ".o fill", 3},
		{".n stroke", ".bg fill", 3},
		{".n stroke", ".o fill", 3},
		{".q stroke", ".bg fill", 3},
		{".f stroke", ".bg fill", 3},
	}
	for _, tt := range tests {
		for name, scheme := range map[string]map[string]string{"light": light, "dark": dark} {
			if got := contrast(t, scheme[tt.front], scheme[tt.back]); got < tt.least {
				t.Errorf("%s: %s on %s is %.2f to 1, want %v", name, tt.front, tt.back, got, tt.least)
			}
		}
	}
	for _, scheme := range []map[string]string{light, dark} {
		if scheme[".k stroke"] != scheme[".bg fill"] {
			t.Error("the halo is seen")
		}
	}
}
