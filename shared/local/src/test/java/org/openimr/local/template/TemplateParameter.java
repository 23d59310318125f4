package org.openimr.local.template;

import java.util.Objects;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.openimr.local.sam.SamCli;

/**
 * Hands the expanded template to tests; it is expanded once a run. Done before a class and not
 * where the parameter is asked for, as there JUnit takes an abort for an error.
 */
public final class TemplateParameter implements BeforeAllCallback, ParameterResolver {
  @Override
  public void beforeAll(ExtensionContext test) throws Exception {
    var store = store(test);
    if (store.get(ExpandedTemplate.class) == null) {
      store.put(ExpandedTemplate.class, ExpandedTemplate.make(SamCli.find()));
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
    return parameter.getParameter().getType() == ExpandedTemplate.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
    return Objects.requireNonNull(store(test).get(ExpandedTemplate.class));
  }

  private static ExtensionContext.Store store(ExtensionContext test) {
    return test.getRoot().getStore(ExtensionContext.Namespace.create(TemplateParameter.class));
  }
}
