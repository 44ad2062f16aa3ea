package main

import (
	"bytes"
	"fmt"
	"io"
	"math"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/slaclock/slaclock/policy/picture"
)

// formatSVG draws each ticket. Several stand below each other in one picture.
const formatSVG = "svg"

// maxPictures is how many tickets can be drawn at once.
const maxPictures = 200

// withPictures returns the command tickets with the format svg.
func withPictures(c command) command {
	const formats = "-format json|table"
	c.usage = strings.Replace(c.usage, formats, formats+"|svg", 1)
	plain := c.run
	c.run = func(p *program, args []string) int {
		if !asksForSVG(args) {
			return plain(p, args)
		}
		return p.drawTickets(c, args)
	}
	return c
}

// asksForSVG reports whether arguments have the format svg among the flags.
func asksForSVG(args []string) bool {
	for i, arg := range args {
		switch name, value, ok := strings.Cut(strings.TrimPrefix(arg, "-"), "="); {
		case arg == "--":
			return false
		case strings.TrimPrefix(name, "-") != "format":
		case ok:
			return value == formatSVG
		default:
			return i+1 < len(args) && args[i+1] == formatSVG
		}
	}
	return false
}

// drawTickets is what the command runs with the format svg.
func (p *program) drawTickets(c command, args []string) int {
	flags, ts := p.flags(c.name), newTickets()
	documents := documentFlag(flags)
	flags.Func("as-of", "draw all tickets for this `instant`, RFC 3339 with an offset, or now", ts.setAsOf)
	flags.Bool("explain", false, "changes nothing: a picture shows the steps of a computation as it is")
	width := flags.Int("width", picture.DefaultWidth, fmt.Sprintf("how many `pixels` wide, %d to %d", picture.MinWidth, picture.MaxWidth))
	formatFlag(flags, formatSVG)
	if status, ok := p.parse(flags, args, c.help); !ok {
		return status
	}
	if *width < picture.MinWidth || *width > picture.MaxWidth {
		return p.wrong(fmt.Sprintf("%s: -width %d: write %d to %d", c.name, *width, picture.MinWidth, picture.MaxWidth))
	}
	if err := ts.addDocuments(*documents); err != nil {
		return p.wrongFlags(c.name, err)
	}
	g := gallery{program: p, tickets: ts, width: *width}
	files := flags.Args()
	if len(files) == 0 {
		files = []string{"-"}
	}
	for _, file := range files {
		if err := g.open(file); err != nil {
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
	*tickets
	width    int
	pictures [][]byte
	status   int
}

// open draws the tickets of a file, "-" for standard input.
func (g *gallery) open(name string) error {
	if name == "-" {
		return g.lines(g.stdin)
	}
	f, err := os.Open(name)
	if err != nil {
		return err
	}
	defer f.Close()
	if err := g.lines(f); err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	return nil
}

func (g *gallery) lines(r io.Reader) error {
	in := newLineReader(r, func() {})
	for {
		line, err := in.next()
		if err == io.EOF {
			return nil
		}
		if err != nil && err != errLongLine {
			return err
		}
		if err == nil && len(bytes.TrimSpace(line)) == 0 {
			continue
		}
		if len(g.pictures) == maxPictures {
			return fmt.Errorf("line %d: %d tickets have been drawn; ask for fewer at a time", in.n, maxPictures)
		}
		if err == nil {
			err = g.ticket(line)
		}
		if err != nil {
			g.status = g.failed(fmt.Errorf("line %d: %s", in.n, describe(err)))
		}
	}
}

// ticket draws a ticket.
func (g *gallery) ticket(line []byte) error {
	var d desk
	t := &d.ticket
	if err := d.reader.Read(t, line); err != nil {
		return err
	}
	p, _, err := g.policies.of(t, nil)
	if err != nil {
		return err
	}
	if g.asOf.Text != "" {
		t.AsOf = g.asOf
	}
	events, err := p.AppendEvents(nil, t)
	if err != nil {
		return err
	}
	asOf, _ := t.Instant()
	o := picture.Options{Width: g.width, ID: "slaclock-" + strconv.Itoa(len(g.pictures)+1)}
	if t.ID != "" {
		o.Title = t.ID + ": " + p.Name() + " ticket"
	}
	svg, err := picture.Ticket(p, events, asOf.Time, o)
	if err != nil {
		return err
	}
	g.pictures = append(g.pictures, svg)
	return nil
}

// heightOf finds the height in the first line of a picture.
var heightOf = regexp.MustCompile(`^<svg [^>]* height="([0-9.]+)"`)

// page returns the one picture, or all of them below each other in one.
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
