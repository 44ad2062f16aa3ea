package picture_test

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/slaclock/slaclock/policy/picture"
)

// A box is what an element covers, in tenths of a pixel.
type box struct {
	what                     string
	left, top, right, bottom int
}

func (b box) overlaps(o box) bool {
	return b.left < o.right && o.left < b.right && b.top < o.bottom && o.top < b.bottom
}

// A shape is what is found in a picture.
type shape struct {
	width, height int
	elements      int
	texts, others []box
	title, desc   string
	hints         []string // the whole of what labels say in part
	ids           []string
	refs          []string
}

// tenths reads a coordinate.
func tenths(s string) (int, error) {
	whole, part, cut := strings.Cut(s, ".")
	negative := strings.HasPrefix(whole, "-")
	n, err := strconv.Atoi(whole)
	if err != nil {
		return 0, err
	}
	n *= 10
	if cut {
		d, err := strconv.Atoi(part)
		if err != nil || len(part) != 1 || d == 0 {
			return 0, fmt.Errorf("%q is no number of tenths", s)
		}
		if negative {
			d = -d
		}
		n += d
	}
	return n, nil
}

// look reads a picture as a browser does, and fails on what it should not have.
func look(svg []byte) (*shape, error) {
	s := new(shape)
	d := xml.NewDecoder(bytes.NewReader(svg))
	var stack []string
	var text *box
	var content strings.Builder
	size, bold, anchor := 12, false, ""
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			if len(stack) > 0 {
				return nil, fmt.Errorf("%v is not closed", stack)
			}
			return s, nil
		}
		if err != nil {
			return nil, err
		}
		switch e := token.(type) {
		case xml.StartElement:
			s.elements++
			name := e.Name.Local
			inDefs := slices.Contains(stack, "defs")
			stack = append(stack, name)
			if len(stack) == 1 && (name != "svg" || e.Name.Space != "http://www.w3.org/2000/svg") {
				return nil, fmt.Errorf("the root is %v", e.Name)
			}
			attributes := map[string]string{}
			for _, a := range e.Attr {
				attributes[a.Name.Local] = a.Value
			}
			if id, ok := attributes["id"]; ok {
				s.ids = append(s.ids, id)
			}
			content.Reset()
			at := func(name string) int {
				n, bad := tenths(attributes[name])
				err = errors.Join(err, bad)
				return n
			}
			switch {
			case name == "svg":
				s.width, s.height = at("width"), at("height")
				if want := fmt.Sprintf("0 0 %s %s", attributes["width"], attributes["height"]); attributes["viewBox"] != want || attributes["role"] != "img" {
					return nil, fmt.Errorf("viewBox %q, role %q", attributes["viewBox"], attributes["role"])
				}
				s.refs = strings.Fields(attributes["aria-labelledby"])
			case inDefs || name == "title" || name == "desc" || name == "defs" || name == "style":
			case name == "rect":
				b := box{"rect", at("x"), at("y"), at("x") + at("width"), at("y") + at("height")}
				s.others = append(s.others, b)
			case name == "path":
				b, bad := pathBox(attributes["d"])
				err = errors.Join(err, bad)
				s.others = append(s.others, b)
			case name == "text":
				class := strings.Fields(attributes["class"])
				size, bold, anchor = 12, slices.Contains(class, "b"), "start"
				switch {
				case slices.Contains(class, "s"):
					size = 11
				case slices.Contains(class, "h"):
					size, bold = 17, true
				}
				if slices.Contains(class, "c") {
					anchor = "middle"
				}
				text = &box{left: at("x"), bottom: at("y")}
			default:
				return nil, fmt.Errorf("an element %s", name)
			}
			if err != nil {
				return nil, fmt.Errorf("%s %v: %w", name, attributes, err)
			}
		case xml.CharData:
			content.Write(e)
		case xml.EndElement:
			stack = stack[:len(stack)-1]
			switch e.Name.Local {
			case "title":
				if stack[len(stack)-1] == "text" { // what shows where a pointer rests on it
					s.hints = append(s.hints, content.String())
					content.Reset()
				} else {
					s.title = content.String()
				}
			case "desc":
				s.desc = content.String()
			case "text":
				text.what = content.String()
				w := picture.TextWidth(text.what, size, bold)
				if anchor == "middle" {
					text.left -= w / 2
				}
				text.right = text.left + w
				text.top = text.bottom - size*8
				text.bottom += size * 2 // below the line
				s.texts = append(s.texts, *text)
				text = nil
			}
		}
	}
}

// pathBox returns what a path covers. It knows the commands that are used.
func pathBox(d string) (box, error) {
	b := box{"path " + d, 1 << 30, 1 << 30, -1 << 30, -1 << 30}
	x, y, startX, startY := 0, 0, 0, 0
	reach := func() {
		b.left, b.right = min(b.left, x), max(b.right, x)
		b.top, b.bottom = min(b.top, y), max(b.bottom, y)
	}
	for d != "" {
		command := d[0]
		end := strings.IndexAny(d[1:], "MLHVlhvz") + 1
		if end == 0 {
			end = len(d)
		}
		var numbers []int
		for f := range strings.FieldsSeq(strings.ReplaceAll(d[1:end], "-", " -")) {
			n, err := tenths(f)
			if strings.HasPrefix(f, "-0.") {
				n, err = tenths(f[1:])
				n = -n
			}
			if err != nil {
				return b, err
			}
			numbers = append(numbers, n)
		}
		d = d[end:]
		for first := true; first || len(numbers) > 0; first = false {
			need := map[byte]int{'M': 2, 'L': 2, 'l': 2, 'H': 1, 'V': 1, 'h': 1, 'v': 1, 'z': 0}
			n, ok := need[command]
			if !ok || len(numbers) < n || n == 0 && len(numbers) > 0 {
				return b, fmt.Errorf("command %q with %v", command, numbers)
			}
			switch command {
			case 'M':
				x, y = numbers[0], numbers[1]
				startX, startY = x, y
			case 'L':
				x, y = numbers[0], numbers[1]
			case 'l':
				x, y = x+numbers[0], y+numbers[1]
			case 'H':
				x = numbers[0]
			case 'V':
				y = numbers[0]
			case 'h':
				x += numbers[0]
			case 'v':
				y += numbers[0]
			case 'z':
				x, y = startX, startY
			}
			numbers = numbers[n:]
			reach()
		}
	}
	return b, nil
}

// check says what is wrong with a picture, whatever it shows.
func check(svg []byte, id string) error {
	s, err := look(svg)
	if err != nil {
		return err
	}
	var bad []error
	fail := func(format string, args ...any) { bad = append(bad, fmt.Errorf(format, args...)) }
	if s.elements > picture.MaxElements {
		fail("%d elements", s.elements)
	}
	if len(svg) > 100_000+8*s.width {
		fail("%d bytes", len(svg))
	}
	if s.title == "" || s.desc == "" || !slices.Equal(s.refs, []string{id + "-title", id + "-desc"}) {
		fail("title %q, desc %q, labelled by %v", s.title, s.desc, s.refs)
	}
	slices.Sort(s.ids)
	if len(slices.Compact(slices.Clone(s.ids))) != len(s.ids) {
		fail("ids are not unique: %v", s.ids)
	}
	for _, other := range s.ids {
		if other != id && !strings.HasPrefix(other, id+"-") {
			fail("id %q", other)
		}
	}
	for _, b := range slices.Concat(s.texts, s.others) {
		if b.left < 0 || b.top < 0 || b.right > s.width || b.bottom > s.height {
			fail("%+v is not within %d x %d", b, s.width, s.height)
		}
	}
	for i, b := range s.texts {
		for _, o := range s.texts[:i] {
			if b.overlaps(o) {
				fail("%+v overlaps %+v", b, o)
			}
		}
	}
	return errors.Join(bad...)
}
