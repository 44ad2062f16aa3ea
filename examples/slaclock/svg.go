package main

import (
	"bytes"
	"flag"
	"fmt"
	"io"
	"math"
	"regexp"
	"slices"
	"strconv"

	"github.com/slaclock/slaclock/policy/picture"
)

// maxPictures is how many lines can be drawn at once.
const maxPictures = 200

// A drawFunc draws a line of input.
type drawFunc func(line []byte, o picture.Options) ([]byte, error)

// widthFlag defines the flag -width.
func widthFlag(flags *flag.FlagSet) *int {
	width := picture.DefaultWidth
	usage := fmt.Sprintf("with -format svg how many `pixels` wide, %d to %d (default %d)", picture.MinWidth, picture.MaxWidth, picture.DefaultWidth)
	flags.Func("width", usage, func(text string) (err error) {
		if width, err = strconv.Atoi(text); err != nil {
			err = fmt.Errorf("write %d to %d", picture.MinWidth, picture.MaxWidth)
		}
		return err
	})
	return &width
}

// checkWidth says what is wrong with the flag -width, if it was given.
func checkWidth(flags *flag.FlagSet, width int, format string) (err error) {
	flags.Visit(func(f *flag.Flag) {
		switch {
		case f.Name != "width":
		case format != formatSVG:
			err = errOnlySVG("-width")
		case width < picture.MinWidth || width > picture.MaxWidth:
			err = fmt.Errorf("-width %d: write %d to %d", width, picture.MinWidth, picture.MaxWidth)
		}
	})
	return err
}

// errOnlySVG says that a flag is for pictures.
func errOnlySVG(name string) error {
	return fmt.Errorf("%s is for pictures; write -format svg too, or leave it out", name)
}

// draw draws each line of some files. Several pictures are drawn below each other in one.
// Errors are printed to standard error.
func (p *program) draw(files []string, width int, draw drawFunc) int {
	g := gallery{program: p, width: width, draw: draw}
	files = inputs(files)
	for _, file := range files {
		if len(files) > 1 {
			g.place = file + ", "
		}
		if err := g.file(file); err != nil {
			g.status = p.failed(err)
		}
	}
	if status := p.print(string(g.page())); status != exitDone {
		return status
	}
	return g.status
}

// A gallery is the pictures of one run.
type gallery struct {
	*program
	draw     drawFunc
	width    int
	place    string // of the lines, for errors to say
	pictures [][]byte
	status   int
}

// file draws the lines of a file.
func (g *gallery) file(name string) error {
	in, err := g.open(name)
	if err != nil {
		return err
	}
	defer in.Close()
	if err = g.lines(in); err != nil && name != "-" {
		return fmt.Errorf("%s: %w", name, err)
	}
	return err
}

func (g *gallery) lines(r io.Reader) error {
	in := newLineReader(r, func() {})
	for {
		line, err := in.next()
		switch {
		case err == io.EOF:
			return nil
		case err == errLongLine:
		case err != nil:
			return err
		case blank(line):
			continue
		case len(g.pictures) == maxPictures:
			return fmt.Errorf("line %d: %d pictures have been drawn; ask for fewer at a time", in.n, maxPictures)
		default:
			var svg []byte
			o := picture.Options{Width: g.width, ID: "slaclock-" + strconv.Itoa(len(g.pictures)+1)}
			if svg, err = g.draw(line, o); err == nil {
				g.pictures = append(g.pictures, svg)
			}
		}
		if err != nil {
			g.status = g.failed(fmt.Errorf("%sline %d: %s", g.place, in.n, describeLine(err, line)))
		}
	}
}

// titled returns the title of a picture with the line's id before it, or "" if the line has
// no id.
func titled(id, title string) string {
	if id == "" {
		return ""
	}
	return id + ": " + title
}

// heightOf finds the height in the first line of a picture.
var heightOf = regexp.MustCompile(`^<svg [^>]* height="([0-9.]+)"`)

// page returns the only picture, or one with all pictures below each other.
func (g *gallery) page() []byte {
	if len(g.pictures) < 2 {
		return slices.Concat(g.pictures...)
	}
	var b bytes.Buffer
	y := 0
	for _, svg := range g.pictures {
		fmt.Fprintf(&b, `<svg y="%d" `, y)
		b.Write(bytes.TrimPrefix(svg, []byte("<svg ")))
		height, err := strconv.ParseFloat(string(heightOf.FindSubmatch(svg)[1]), 64)
		if err != nil {
			return nil // heightOf matches numbers only
		}
		y += int(math.Ceil(height)) + 8
	}
	head := fmt.Sprintf(`<svg xmlns="http://www.w3.org/2000/svg" width="%d" height="%d" viewBox="0 0 %d %d">`+"\n", g.width, y, g.width, y)
	return slices.Concat([]byte(head), b.Bytes(), []byte("</svg>\n"))
}
