package web

import (
	"bytes"
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"fmt"
	"html/template"
	"io/fs"
	"net/http"
	"path"
	"strings"
	"time"
)

//go:embed templates/*.html static/*
var files embed.FS

// pages are the templates, by name, and the static files.
type pages struct {
	templates map[string]*template.Template
	files     map[string][]byte
	version   string // of the static files: it is in their addresses, so that browsers can keep them
}

func newPages() (*pages, error) {
	p := &pages{templates: map[string]*template.Template{}, files: map[string][]byte{}}
	hash := sha256.New()
	statics, err := fs.Glob(files, "static/*")
	if err != nil {
		return nil, err
	}
	for _, name := range statics { // sorted, so that the version is the same at each start
		data, err := files.ReadFile(name)
		if err != nil {
			return nil, err
		}
		p.files[path.Base(name)] = data
		hash.Write(data)
	}
	p.version = hex.EncodeToString(hash.Sum(nil))[:16]
	layout, err := template.ParseFS(files, "templates/layout.html", "templates/drawing.html", "templates/clocks.html", "templates/fields.html", "templates/mistake.html", "templates/reasons.html")
	if err != nil {
		return nil, err
	}
	names, err := fs.Glob(files, "templates/*.html")
	if err != nil {
		return nil, err
	}
	for _, name := range names {
		base := strings.TrimSuffix(path.Base(name), ".html")
		if layout.Lookup(base) != nil { // a part of pages
			continue
		}
		clone, err := layout.Clone()
		if err != nil {
			return nil, err
		}
		if p.templates[base], err = clone.ParseFS(files, name); err != nil {
			return nil, err
		}
	}
	return p, nil
}

// static serves the static files, which a browser can keep, since a changed file has another
// address.
func (p *pages) static(w http.ResponseWriter, r *http.Request) error {
	name := r.PathValue("name")
	data, ok := p.files[name]
	if !ok {
		return &httpError{http.StatusNotFound, "There is nothing at this address."}
	}
	w.Header().Set("Cache-Control", "public, max-age=31536000, immutable")
	http.ServeContent(w, r, name, time.Time{}, bytes.NewReader(data))
	return nil
}

// A page is what the layout needs besides a page's own data.
type page struct {
	Title    string
	Path     string // of this page, for coming back after signing in
	Section  string // of the navigation
	Version  string
	SignedIn bool
	Now      time.Time
	Rate     float64
	Refresh  int // seconds, for browsers without JavaScript; 0 for never
	Data     any
}

// render writes a page. It writes nothing before the whole page has been made.
func (s *server) render(w http.ResponseWriter, r *http.Request, status int, name, title string, data any) error {
	t := s.pages.templates[name]
	if t == nil {
		return fmt.Errorf("web: no template %q", name)
	}
	p := page{
		Title: title, Path: r.URL.RequestURI(), Section: section(r.URL.Path), Version: s.pages.version,
		SignedIn: s.signedIn(r), Now: s.now(), Rate: s.Rate, Data: data,
	}
	if r.Method != http.MethodGet {
		p.Path = r.URL.Path
	}
	switch d := data.(type) {
	case queueData:
		p.Refresh = 60
	case loginData: // signing in leads on, not back to this page
		p.Path = d.Next
	}
	var b bytes.Buffer
	if err := t.ExecuteTemplate(&b, "layout", p); err != nil {
		return fmt.Errorf("web: %w", err)
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.WriteHeader(status)
	_, err := w.Write(b.Bytes())
	return err
}

// section returns the part of the navigation that a path belongs to.
func section(path string) string {
	switch {
	case path == "/":
		return "queue"
	case path == "/tickets/new":
		return "new"
	case strings.HasPrefix(path, "/agreements"):
		return "agreements"
	}
	return ""
}
