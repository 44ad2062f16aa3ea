package policy_test

import (
	"fmt"
	"go/ast"
	"slices"
	"strconv"
	"strings"
)

// layerOf names the layer of a directory of the module: its first element, or policy/ and its second for the agreements.
func layerOf(dir string) string {
	first, rest, _ := strings.Cut(dir, "/")
	second, _, _ := strings.Cut(rest, "/")
	if first != "policy" || second == "" || second == "internal" || second == "policytest" {
		return first
	}
	return "policy/" + second
}

// allows tells whether a list of layers holds one, all agreements standing under one name.
func allows(layers []string, layer string) bool {
	if slices.Contains(layers, layer) {
		return true
	}
	return strings.HasPrefix(layer, "policy/") && slices.Contains(layers, "policy/*")
}

// tableKey is the name under which mayImport holds a layer.
func tableKey(layer string) string {
	if _, named := mayImport[layer]; !named && strings.HasPrefix(layer, "policy/") {
		return "policy/*"
	}
	return layer
}

// covers tells whether a pattern, with or without /... at its end, covers an import path.
func covers(pattern, importPath string) bool {
	root, below := strings.CutSuffix(pattern, "/...")
	return importPath == root || below && strings.HasPrefix(importPath, root+"/")
}

// checkImports holds one file to the lattice, the third-party table and the forbidden parts of the standard library.
func (c *checker) checkImports(dir string, file *ast.File) {
	test, helper, layer := c.isTest(file), slices.Contains(helperPackages, dir), layerOf(dir)
	for _, spec := range file.Imports {
		imported, err := strconv.Unquote(spec.Path.Value)
		if err != nil {
			continue // The parser has seen to it that this cannot be.
		}
		if inner, ok := strings.CutPrefix(imported, modulePath+"/"); ok {
			to := layerOf(inner)
			switch {
			case to != layer && !allows(mayImport[tableKey(layer)], to) && !(test && allows(testsMayImport[tableKey(layer)], to)):
				c.report(spec.Pos(), "lattice", fmt.Sprintf("%s imports %s", dir, inner),
					fmt.Sprintf("packages of %s can import %s", layer, strings.Join(append([]string{layer}, mayImport[tableKey(layer)]...), ", ")))
			case !test && !helper && layer != "examples" && slices.Contains(helperPackages, inner):
				c.report(spec.Pos(), "test-helper", fmt.Sprintf("%s links test helpers into the library", inner), "import it in tests")
			}
			continue
		}
		if root, _, _ := strings.Cut(imported, "/"); strings.Contains(root, ".") {
			c.checkThirdParty(spec, imported, test, helper)
			continue
		}
		if test || layer == "examples" {
			continue
		}
		if spec.Name != nil && spec.Name.Name == "." {
			c.report(spec.Pos(), "dot-import", imported+" is imported without a name", "name the package where it is used")
		}
		if spec.Name != nil && spec.Name.Name == "_" && imported != "embed" {
			c.report(spec.Pos(), "init", imported+" is imported for its effects", "call what is needed")
		}
		for pattern, right := range machinePackages {
			if covers(pattern, imported) && !(helper && imported == "testing") {
				c.report(spec.Pos(), "machine", imported+" does I/O or knows the machine", right)
			}
		}
	}
}

// checkThirdParty holds the import of another module to thirdParty.
func (c *checker) checkThirdParty(spec *ast.ImportSpec, imported string, test, helper bool) {
	name := c.fset.Position(spec.Pos()).Filename
	for _, third := range thirdParty {
		if !covers(third.module+"/...", imported) {
			continue
		}
		if !(third.tests && test || third.helpers && helper || slices.Contains(third.files, name)) {
			c.report(spec.Pos(), "third-party", imported+" is not for this file", third.elsewhere)
		}
		return
	}
	c.report(spec.Pos(), "third-party", imported+" is not a module that the library can require",
		"use the standard library, or make the example that needs it a nested module")
}
